package fr.tiers.shell.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {

    private final Formats french = new Formats(Locale.FRENCH);
    private final Formats english = new Formats(Locale.ENGLISH);

    @Test
    void datesHaveTheDayFirstInEveryLanguage() {
        LocalDate date = LocalDate.of(2026, 11, 5);
        assertThat(french.date(date)).isEqualTo("05/11/2026");
        assertThat(english.date(date)).isEqualTo("05/11/2026");
    }

    @Test
    void instantsAreShownInParisTime() {
        assertThat(french.dateTime(Instant.parse("2026-07-14T22:30:00Z"))).isEqualTo("15/07/2026 00:30");
        assertThat(french.date(Instant.parse("2026-07-14T22:30:00Z"))).isEqualTo("15/07/2026");
        assertThat(french.dateTime(LocalDateTime.of(2026, 11, 5, 9, 7))).isEqualTo("05/11/2026 09:07");
        assertThat(french.dateTime(LocalDate.of(2026, 11, 5))).isEqualTo("05/11/2026");
    }

    @Test
    void amountsUseNarrowNoBreakSpaces() {
        assertThat(french.amount(new BigDecimal("1234.56"), "EUR")).isEqualTo("1\u202f234,56\u00a0€");
        assertThat(french.amount(new BigDecimal("-0.5"), "EUR")).isEqualTo("-0,50\u00a0€");
        assertThat(english.amount(new BigDecimal("1234.56"), "EUR")).isEqualTo("€1,234.56");
        assertThat(french.number(1_000_000)).isEqualTo("1\u202f000\u202f000");
    }

    @ParameterizedTest
    @CsvSource({
        "732829320, 732 829 320",
        "73282932000074, 732 829 320 00074",
        "732 829 320 00074, 732 829 320 00074",
        "12345, 12345",
        "ABC, ABC"
    })
    void identifiersAreGrouped(String stored, String shown) {
        assertThat(plain(Formats.siren(stored))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "+33612345678, 06 12 34 56 78",
        "0033612345678, 06 12 34 56 78",
        "+33 (0)4 91 00 00 01, 04 91 00 00 01",
        "04.91.00.00.01, 04 91 00 00 01",
        "+590590123456, 05 90 12 34 56",
        "+41223456789, +41223456789",
        "3615, 3615"
    })
    void frenchPhonesAreNationalAndOthersAsStored(String stored, String shown) {
        assertThat(plain(Formats.phone(stored))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, tel:+33612345678",
        "+33612345678, tel:+33612345678",
        "+41 22 345 67 89, tel:+41223456789"
    })
    void phoneLinksAreInternational(String stored, String link) {
        assertThat(Formats.phoneLink(stored)).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({"Léa Martin, LM", "lea, L", "jean-pierre.durand@exemple.fr, JP", "'', ''", "  Élise  , É"})
    void initialsAreTheFirstTwo(String name, String initials) {
        assertThat(Formats.initials(name)).isEqualTo(initials);
    }

    @Test
    void nothingIsShownAsNothing() {
        assertThat(Formats.siren(null)).isEmpty();
        assertThat(Formats.phone(null)).isEmpty();
        assertThat(Formats.phoneLink(" ")).isEmpty();
        assertThat(Formats.initials(null)).isEmpty();
    }

    private static String plain(String shown) {
        return shown.replace(Formats.SPACE, " ");
    }
}
