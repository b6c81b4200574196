package fr.tiers.shell.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelativeTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-05T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-05T13:59:30Z, à l’instant",
        "2026-11-05T13:57:00Z, il y a 3 min",
        "2026-11-05T09:30:00Z, il y a 4 h",
        "2026-11-04T22:59:00Z, hier",
        "2026-11-02T10:00:00Z, il y a 3 jours",
        "2026-10-01T10:00:00Z, 01/10/2026",
        "2026-11-06T10:00:00Z, demain"
    })
    void momentsAreToldAsPeopleSayThem(Instant moment, String told) {
        assertThat(french().of(moment)).isEqualTo(told);
    }

    @Test
    void datesKnowNoHours() {
        assertThat(french().of(LocalDate.of(2026, 11, 5))).isEqualTo("aujourd’hui");
        assertThat(french().of(LocalDate.of(2026, 11, 10))).isEqualTo("dans 5 jours");
        assertThat(french().of(LocalDate.of(2026, 12, 24))).isEqualTo("24/12/2026");
    }

    private static RelativeTime french() {
        ResourceBundle messages = ResourceBundle.getBundle("fr.tiers.web.messages", Locale.FRENCH);
        return new RelativeTime(messages, new Formats(Locale.FRENCH), Clock.fixed(NOW, Formats.ZONE));
    }
}
