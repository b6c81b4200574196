package fr.tiers.shell.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class MessageBundleTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z0-9][\\w-]*)+");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "faces"})
    void bothLanguagesHaveTheSameKeys(String bundle) {
        assertThat(load(bundle, "en").keySet()).isEqualTo(load(bundle, "fr").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "faces"})
    void bothLanguagesUseTheSamePlaceholders(String bundle) {
        Map<String, String> english = load(bundle, "en");
        load(bundle, "fr")
                .forEach((key, text) ->
                        assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "messages_en", "faces_fr", "faces_en"})
    void everyTextIsAPatternWithDoubledQuotes(String name) {
        String[] parts = name.split("_");
        load(parts[0], parts[1]).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            if (PLACEHOLDER.matcher(text).find()) {
                assertThatCode(() -> new MessageFormat(text)).as(key).doesNotThrowAnyException();
                assertThat(text.replace("''", "")).as("single quote in " + key).doesNotContain("'");
            }
        });
    }

    /** They are filled in whether they have a place for anything or not. */
    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "messages_en"})
    void whatIsSaidOfARefusalIsAPatternEvenWithoutPlaceholders(String name) {
        String[] parts = name.split("_");
        load(parts[0], parts[1]).forEach((key, text) -> {
            if (key.startsWith("violation.") || key.startsWith("problem.")) {
                assertThatCode(() -> new MessageFormat(text)).as(key).doesNotThrowAnyException();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "messages_en"})
    void keysBeginWithTheirFeature(String name) {
        String[] parts = name.split("_");
        assertThat(load(parts[0], parts[1]).keySet()).allMatch(KEY.asMatchPredicate());
    }

    @Test
    void everyLineOfTheNavigationHasALabel() {
        Map<String, String> messages = load("messages", "fr");
        assertThat(Navigation.ENTRIES)
                .allSatisfy(entry -> assertThat(messages).containsKey("navigation." + entry.feature()));
    }

    @Test
    void everyCardOfTheAdministrationHasItsWords() {
        Map<String, String> messages = load("messages", "fr");
        assertThat(Administration.PAGES)
                .allSatisfy(card -> assertThat(messages).containsKeys(card.title(), card.hint()));
    }

    @Test
    void everyThemeHasALabel() {
        Map<String, String> messages = load("messages", "fr");
        assertThat(Arrays.stream(Theme.values()).map(theme -> "shell.theme." + theme.code()))
                .allSatisfy(key -> assertThat(messages).containsKey(key));
    }

    private static SortedSet<String> placeholders(String text) {
        SortedSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** Fails on a key written twice, which Properties would silently overwrite. */
    private static Map<String, String> load(String bundle, String language) {
        Map<String, String> texts = new TreeMap<>();
        Properties strict = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertThat(texts.put(key.toString(), value.toString()))
                        .as("doubled key " + key)
                        .isNull();
                return null;
            }
        };
        String path = "/fr/tiers/web/%s_%s.properties".formatted(bundle, language);
        try (InputStream in = MessageBundleTest.class.getResourceAsStream(path)) {
            strict.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
        return texts;
    }
}
