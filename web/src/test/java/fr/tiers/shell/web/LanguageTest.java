package fr.tiers.shell.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {

    @Test
    void theFirstKnownLanguageOfTheBrowserWins() {
        assertThat(preferred(Locale.GERMAN, Locale.UK, Locale.FRANCE)).isEqualTo(Language.EN);
        assertThat(preferred(Locale.CANADA_FRENCH)).isEqualTo(Language.FR);
    }

    @Test
    void frenchIsTheDefault() {
        assertThat(preferred(Locale.GERMAN)).isEqualTo(Language.FR);
        assertThat(preferred()).isEqualTo(Language.FR);
    }

    @Test
    void unknownCodesAreIgnored() {
        assertThat(Language.of("de")).isEmpty();
        assertThat(Language.of(null)).isEmpty();
        assertThat(Theme.of("pink")).isEmpty();
    }

    private static Language preferred(Locale... accepted) {
        return Language.preferred(Collections.enumeration(List.of(accepted)));
    }
}
