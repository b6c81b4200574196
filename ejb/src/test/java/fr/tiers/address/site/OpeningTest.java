package fr.tiers.address.site;

import fr.tiers.kernel.Checks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningTest {

    private static final List<OpeningSlot> WEEK = List.of(
            new OpeningSlot("MONDAY", "08:00", "12:00"),
            new OpeningSlot("MONDAY", "14:00", "18:00"),
            new OpeningSlot("FRIDAY", "22:00", "24:00"));

    @ParameterizedTest
    @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25"})
    void easterIsOnItsSunday(int year, LocalDate easter) {
        assertThat(PublicHoliday.easterSunday(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-14, METROPOLE, ASCENSION",
        "2026-05-25, METROPOLE, WHIT_MONDAY",
        "2026-04-03, ALSACE_MOSELLE, GOOD_FRIDAY",
        "2026-04-03, METROPOLE, ",
        "2026-12-26, ALSACE_MOSELLE, SAINT_STEPHEN",
        "2026-12-26, METROPOLE, ",
        "2026-12-20, REUNION, ABOLITION_REUNION",
        "2026-12-20, MAYOTTE, ",
        "2026-05-22, MARTINIQUE, ABOLITION_MARTINIQUE",
        "2026-05-27, GUADELOUPE, ABOLITION_GUADELOUPE",
        "2026-06-10, GUYANE, ABOLITION_GUYANE",
        "2026-04-27, MAYOTTE, ABOLITION_MAYOTTE",
        "2026-07-14, GUADELOUPE, NATIONAL_DAY"
    })
    void aRegionKeepsItsHolidays(LocalDate day, HolidayRegion region, PublicHoliday expected) {
        assertThat(PublicHoliday.on(day, region).orElse(null)).isEqualTo(expected);
    }

    @Test
    void metropolitanFranceHasElevenHolidaysAndAlsaceMoselleThirteen() {
        var year = LocalDate.of(2026, 1, 1);
        assertThat(PublicHoliday.next(year, HolidayRegion.METROPOLE, 30))
                .filteredOn(dated -> dated.date().getYear() == 2026)
                .hasSize(11);
        assertThat(PublicHoliday.next(year, HolidayRegion.ALSACE_MOSELLE, 30))
                .filteredOn(dated -> dated.date().getYear() == 2026)
                .hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 57000, ALSACE_MOSELLE",
        "FR, 67000, ALSACE_MOSELLE",
        "FR, 75001, METROPOLE",
        "FR, , METROPOLE",
        "FR, 97400, REUNION",
        "FR, 97150, SAINT_MARTIN",
        "RE, , REUNION",
        "BE, 1000, "
    })
    void thePostalCodeTellsTheRegion(String country, String postalCode, HolidayRegion expected) {
        assertThat(HolidayRegion.of(country, postalCode)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00, true, HOURS, ",
        "2026-11-23T12:00, false, OUTSIDE_HOURS, ",
        "2026-11-23T17:59, true, HOURS, ",
        "2026-11-27T23:59, true, HOURS, ",
        "2026-11-24T09:00, false, OUTSIDE_HOURS, ",
        "2027-03-29T09:00, false, PUBLIC_HOLIDAY, EASTER_MONDAY",
        "2026-12-07T09:00, false, EXCEPTION, Inventaire",
        "2027-05-17T10:00, true, EXCEPTION, Ouverture exceptionnelle",
        "2027-05-17T13:00, false, EXCEPTION, Ouverture exceptionnelle",
        "2025-12-31T09:00, false, NOT_IN_USE, "
    })
    void aSiteIsOpenByTheRuleThatIsNearest(LocalDateTime at, boolean open, String reason, String detail) {
        var site = new SiteData(
                null,
                null,
                null,
                true,
                List.of(
                        new OpeningException(LocalDate.of(2026, 12, 7), null, null, "Inventaire"),
                        // Whit Monday 2027
                        new OpeningException(LocalDate.of(2027, 5, 17), "09:00", "12:00", "Ouverture exceptionnelle")),
                null);

        assertThat(OpeningRules.at(at, LocalDate.of(2026, 1, 1), null, WEEK, site, HolidayRegion.METROPOLE))
                .isEqualTo(new Opening(open, reason, detail));
    }

    @Test
    void withoutHoursASiteIsTakenForOpen() {
        assertThat(OpeningRules.at(
                        LocalDateTime.of(2026, 11, 24, 3, 0),
                        null,
                        null,
                        List.of(),
                        SiteData.NONE,
                        HolidayRegion.METROPOLE))
                .isEqualTo(new Opening(true, "NO_HOURS", null));
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 08:00, 12:30, hours-overlap",
        "MONDAY, 18:00, 18:00, hours-shape",
        "MONDAY, 8:00, 9:00, hours-shape",
        "MONDAY, 20:00, 25:00, hours-shape",
        "LUNDI, 20:00, 21:00, unknown-value"
    })
    void wrongHoursAreRefused(String day, String from, String to, String code) {
        var checks = new Checks();
        SiteChecks.check(
                checks,
                List.of(new OpeningSlot("MONDAY", "12:00", "14:00"), new OpeningSlot(day, from, to)),
                SiteData.NONE);

        assertThat(checks.violations()).extracting("code").containsExactly(code);
    }
}
