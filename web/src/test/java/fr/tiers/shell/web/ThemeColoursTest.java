package fr.tiers.shell.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeColoursTest {

    private static final String THEME = "/META-INF/resources/primefaces-saga-blue/theme.css";

    @Test
    void aColourMeansWhatItsPropertySays() {
        ThemeColours colours = new ThemeColours(Map.of("color.#fff", "--on-accent", "background.#fff", "--surface"));
        assertThat(colours.apply("a{color:#fff;background:#fff;--x:#fff}a:hover{border:1px solid #fff}"))
                .isEqualTo(
                        "a{color:var(--on-accent);background:var(--surface);--x:#fff}a:hover{border:1px solid #fff}");
    }

    @Test
    void noTextOfTheThemeKeepsAFixedColour() throws IOException {
        List<String> left = Pattern.compile("[{;](color|background|background-color):(#[0-9a-f]{3,6}|rgb\\([^)]*\\))")
                .matcher(ThemeColours.load().apply(theme()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(left).isEmpty();
    }

    private static String theme() throws IOException {
        try (InputStream in = ThemeColoursTest.class.getResourceAsStream(THEME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
