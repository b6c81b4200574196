package fr.tiers.exchange;

import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cells of custom fields, brought into what {@link fr.tiers.customfield.CustomFields#check} reads; it alone decides what may be kept. */
final class CustomTexts {

    private static final Pattern AMOUNT = Pattern.compile("(.*?)\\s*([A-Z]{3})");

    private CustomTexts() {}

    /** @param key what a link leads to, from the text of a cell */
    static Object value(FieldDefinition field, String text, Function<String, Object> key) {
        return switch (field.type()) {
            case BOOLEAN -> Words.yesNo(text).<Object>map(yes -> yes).orElse(text);
            case DATE -> CellTexts.date(text).<Object>map(Object::toString).orElse(text);
            case DATETIME -> CellTexts.moment(text)
                    .<Object>map(Object::toString)
                    .orElse(text);
            case INTEGER, DECIMAL, DURATION, RATING -> CellTexts.number(text)
                    .<Object>map(number -> number)
                    .orElse(text);
            case AMOUNT -> amount(text);
            case SELECT, RADIO, DEPENDENT_SELECT -> option(field, text);
            case MULTI_SELECT -> several(text, each -> option(field, each));
            case LINK -> key.apply(text);
            case MULTI_LINK -> several(text, key);
            case PHONE -> CellTexts.phone(text);
            default -> text;
        };
    }

    private static List<Object> several(String text, Function<String, Object> one) {
        return Words.several(text).stream().map(one).toList();
    }

    private static Map<String, Object> amount(String text) {
        var amount = new LinkedHashMap<String, Object>();
        var match = AMOUNT.matcher(text);
        boolean named = match.matches();
        var number = named ? match.group(1) : text;
        amount.put(
                "amount", CellTexts.number(number).<Object>map(value -> value).orElse(number));
        amount.put("currency", named ? match.group(2) : "EUR");
        return amount;
    }

    /** By its code, else by its label in either language. */
    private static Object option(FieldDefinition field, String text) {
        var wanted = Words.plain(text);
        return Stream.<Function<FieldOption, String>>of(FieldOption::code, FieldOption::labelFr, FieldOption::labelEn)
                .flatMap(name -> field.options().stream()
                        .filter(option -> name.apply(option) != null
                                && Words.plain(name.apply(option)).equals(wanted)))
                .findFirst()
                .<Object>map(FieldOption::code)
                .orElse(text);
    }
}
