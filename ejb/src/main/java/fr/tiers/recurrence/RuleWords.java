package fr.tiers.recurrence;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** A rule in words, e.g. "toutes les 2 semaines le mardi et le jeudi, jusqu’au 30 juin 2027". */
public final class RuleWords {

    private static final String[] FRENCH_NTH = {"", "premier", "deuxième", "troisième", "quatrième"};
    private static final String[] ENGLISH_NTH = {"", "first", "second", "third", "fourth"};

    private RuleWords() {}

    /**
     * @param rule with its day of the month and its month, as {@link Rule#anchored} has it
     * @param language {@code en} for English, else French
     */
    public static String of(Rule rule, String language) {
        return "en".equals(language) ? english(rule) : french(rule);
    }

    private static String french(Rule rule) {
        int n = rule.interval();
        var locale = Locale.FRANCE;
        var words =
                switch (rule.frequency()) {
                    case DAILY -> n == 1 ? "tous les jours" : "tous les " + n + " jours";
                    case WEEKLY -> (n == 1 ? "chaque semaine " : "toutes les " + n + " semaines ")
                            + list(rule, "le ", " et ", locale);
                    case MONTHLY -> (n == 1 ? "chaque mois " : "tous les " + n + " mois ")
                            + (rule.nth() == null
                                    ? frenchDay(rule.dayOfMonth())
                                    : "le " + (rule.nth() == Rule.LAST ? "dernier" : FRENCH_NTH[rule.nth()]) + ' '
                                            + list(rule, "", "", locale));
                    case YEARLY -> (n == 1 ? "chaque année le " : "tous les " + n + " ans le ")
                            + (rule.dayOfMonth() == 1 ? "1er" : rule.dayOfMonth())
                            + ' '
                            + month(rule, locale);
                };
        return words
                + (rule.until() == null ? "" : ", jusqu’au " + day(rule.until(), locale))
                + (rule.count() == null ? "" : ", " + rule.count() + " fois");
    }

    /** A day that not every month has is the last one there. */
    private static String frenchDay(int day) {
        return day == 31 ? "le dernier jour" : "le " + (day == 1 ? "1er" : day);
    }

    private static String english(Rule rule) {
        int n = rule.interval();
        var locale = Locale.UK;
        var words =
                switch (rule.frequency()) {
                    case DAILY -> n == 1 ? "every day" : "every " + n + " days";
                    case WEEKLY -> (n == 1 ? "every week on " : "every " + n + " weeks on ")
                            + list(rule, "", " and ", locale);
                    case MONTHLY -> (n == 1 ? "every month on " : "every " + n + " months on ")
                            + (rule.nth() == null
                                    ? rule.dayOfMonth() == 31 ? "the last day" : "day " + rule.dayOfMonth()
                                    : "the " + (rule.nth() == Rule.LAST ? "last" : ENGLISH_NTH[rule.nth()]) + ' '
                                            + list(rule, "", "", locale));
                    case YEARLY -> (n == 1 ? "every year on " : "every " + n + " years on ")
                            + rule.dayOfMonth()
                            + ' '
                            + month(rule, locale);
                };
        return words
                + (rule.until() == null ? "" : ", until " + day(rule.until(), locale))
                + (rule.count() == null ? "" : ", " + (rule.count() == 1 ? "once" : rule.count() + " times"));
    }

    private static String list(Rule rule, String article, String and, Locale locale) {
        var days = rule.weekdays().stream()
                .map(day -> article + day.getDisplayName(TextStyle.FULL, locale))
                .toList();
        int last = days.size() - 1;
        return last < 1
                ? String.join("", days)
                : days.subList(0, last).stream().collect(Collectors.joining(", ")) + and + days.get(last);
    }

    private static String month(Rule rule, Locale locale) {
        return Month.of(rule.month()).getDisplayName(TextStyle.FULL, locale);
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }
}
