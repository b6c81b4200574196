package fr.tiers.address.site;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The public holidays of France: Code du travail L3133-1; Alsace and Moselle: L3134-13; the commemoration of the abolition of slavery
 * overseas: L3422-2 and decree 83-1003.
 */
public enum PublicHoliday {
    NEW_YEAR(1, 1),
    GOOD_FRIDAY(easter(-2), HolidayRegion.ALSACE_MOSELLE),
    EASTER_MONDAY(easter(1)),
    LABOUR_DAY(5, 1),
    VICTORY_1945(5, 8),
    ASCENSION(easter(39)),
    WHIT_MONDAY(easter(50)),
    NATIONAL_DAY(7, 14),
    ASSUMPTION(8, 15),
    ALL_SAINTS(11, 1),
    ARMISTICE_1918(11, 11),
    CHRISTMAS(12, 25),
    SAINT_STEPHEN(fixed(12, 26), HolidayRegion.ALSACE_MOSELLE),
    ABOLITION_MAYOTTE(fixed(4, 27), HolidayRegion.MAYOTTE),
    ABOLITION_MARTINIQUE(fixed(5, 22), HolidayRegion.MARTINIQUE),
    ABOLITION_GUADELOUPE(fixed(5, 27), HolidayRegion.GUADELOUPE),
    ABOLITION_SAINT_MARTIN(fixed(5, 28), HolidayRegion.SAINT_MARTIN),
    ABOLITION_GUYANE(fixed(6, 10), HolidayRegion.GUYANE),
    ABOLITION_SAINT_BARTHELEMY(fixed(10, 9), HolidayRegion.SAINT_BARTHELEMY),
    ABOLITION_REUNION(fixed(12, 20), HolidayRegion.REUNION);

    private final IntFunction<LocalDate> day;
    private final Set<HolidayRegion> regions;

    PublicHoliday(int month, int dayOfMonth) {
        this(fixed(month, dayOfMonth));
    }

    PublicHoliday(IntFunction<LocalDate> day, HolidayRegion... regions) {
        this.day = day;
        this.regions = Set.of(regions);
    }

    /** A holiday on its day. */
    public record Dated(PublicHoliday holiday, LocalDate date) {}

    public LocalDate in(int year) {
        return day.apply(year);
    }

    private boolean isKeptIn(HolidayRegion region) {
        return regions.isEmpty() || regions.contains(region);
    }

    public static Optional<PublicHoliday> on(LocalDate date, HolidayRegion region) {
        return Stream.of(values())
                .filter(holiday ->
                        holiday.isKeptIn(region) && holiday.in(date.getYear()).equals(date))
                .findFirst();
    }

    /** The next ones, that of today included. */
    public static List<Dated> next(LocalDate from, HolidayRegion region, int number) {
        return Stream.of(from.getYear(), from.getYear() + 1)
                .flatMap(year -> Stream.of(values())
                        .filter(holiday -> holiday.isKeptIn(region))
                        .map(holiday -> new Dated(holiday, holiday.in(year))))
                .filter(dated -> !dated.date().isBefore(from))
                .sorted(Comparator.comparing(Dated::date))
                .limit(number)
                .toList();
    }

    private static IntFunction<LocalDate> fixed(int month, int dayOfMonth) {
        return year -> MonthDay.of(month, dayOfMonth).atYear(year);
    }

    private static IntFunction<LocalDate> easter(int daysAfter) {
        return year -> easterSunday(year).plusDays(daysAfter);
    }

    /** The Gregorian computus (Meeus, Jones, Butcher). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
