package fr.tiers.shell.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates the fixed colours of a style sheet into design tokens: what a colour means depends on the property it stands in. */
final class ThemeColours {

    private static final Pattern DECLARATION = Pattern.compile("([{;])([a-z-]+):([^;{}]+)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");

    private final Map<String, String> tokens;

    ThemeColours(Map<String, String> tokens) {
        this.tokens = Map.copyOf(tokens);
    }

    static ThemeColours load() {
        Properties table = new Properties();
        try (InputStream in = ThemeColours.class.getResourceAsStream("theme-colours.properties")) {
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> tokens = new TreeMap<>();
        table.stringPropertyNames().forEach(key -> tokens.put(key, table.getProperty(key)));
        return new ThemeColours(tokens);
    }

    String apply(String css) {
        return DECLARATION.matcher(css).replaceAll(declaration -> {
            String property = declaration.group(2);
            String value = property.startsWith("--")
                    ? declaration.group(3)
                    : COLOUR.matcher(declaration.group(3))
                            .replaceAll(colour -> Matcher.quoteReplacement(token(property, colour.group())));
            return Matcher.quoteReplacement(declaration.group(1) + property + ":" + value);
        });
    }

    private String token(String property, String colour) {
        String key = kind(property) + "." + colour.replace(" ", "").toLowerCase(Locale.ROOT);
        String token = tokens.get(key);
        return token == null ? colour : token.startsWith("--") ? "var(" + token + ")" : token;
    }

    private static String kind(String property) {
        if (property.startsWith("background")) {
            return "background";
        }
        if (property.startsWith("border") || property.startsWith("outline")) {
            return "border";
        }
        return property.endsWith("shadow") ? "shadow" : "color";
    }
}
