package fr.tiers.contact;

import java.time.DayOfWeek;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9h-12h, 14h-17h30 | 09:00–12:00, 14:00–17:30",
                "9-12 | 09:00–12:00",
                "9:15 – 10:45; 11h à 12h | 09:15–10:45, 11:00–12:00",
                "9h-12h et 14h-18h | 09:00–12:00, 14:00–18:00",
                "'' | ''"
            })
    void aDayIsTypedAsOneSpeaks(String typed, String kept) {
        var slots = Slots.parse(DayOfWeek.MONDAY, typed).orElseThrow();

        assertThat(Slots.text(DayOfWeek.MONDAY, slots)).isEqualTo(kept);
        assertThat(Slots.parse(DayOfWeek.MONDAY, kept)).contains(slots);
    }

    @ParameterizedTest
    @ValueSource(strings = {"le matin", "9h", "12h-9h", "9h-9h", "25h-26h", "9h60-10h", "9h-12h-14h", "#{1}"})
    void whatCannotBeUnderstoodIsNotGuessed(String typed) {
        assertThat(Slots.parse(DayOfWeek.MONDAY, typed)).isEmpty();
    }
}
