package fr.tiers.simulator.insee;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.simulator.data.Words;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The Lucene-like {@code q} of the multi-criteria services: {@code field:value}, phrases, {@code *} and {@code ?},
 * ranges, {@code -}, {@code AND}, {@code OR}, parentheses and {@code periode(...)}. Fuzzy search is read as exact.
 */
final class SireneQuery {

    /** Answered 400. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** @param numbers the SIREN or SIRET numbers that can match, empty when any can */
    record Parsed(Predicate<JsonNode> test, Optional<Set<String>> numbers) {}

    private final String text;
    private int at;

    private SireneQuery(String text) {
        this.text = text;
    }

    static Parsed parse(String q) {
        SireneQuery query = new SireneQuery(q.trim());
        Parsed parsed = query.either();
        query.blanks();
        if (query.at < query.text.length()) {
            throw new Malformed("Erreur de syntaxe à la position " + query.at);
        }
        return parsed;
    }

    private Parsed either() {
        Parsed left = both();
        while (keyword("OR")) {
            Parsed one = left;
            Parsed other = both();
            Optional<Set<String>> numbers = one.numbers.isPresent() && other.numbers.isPresent()
                    ? Optional.of(union(one.numbers.get(), other.numbers.get()))
                    : Optional.empty();
            left = new Parsed(one.test.or(other.test), numbers);
        }
        return left;
    }

    private Parsed both() {
        Parsed left = single();
        while (keyword("AND")) {
            Parsed one = left;
            Parsed other = single();
            left = new Parsed(one.test.and(other.test), one.numbers.or(() -> other.numbers));
        }
        return left;
    }

    private Parsed single() {
        blanks();
        if (take('-') || keyword("NOT")) {
            Parsed inner = single();
            return new Parsed(inner.test.negate(), Optional.empty());
        }
        if (take('(')) {
            Parsed inner = either();
            close();
            return inner;
        }
        if (text.startsWith("periode(", at)) {
            at += "periode(".length();
            Parsed inner = either();
            close();
            return new Parsed(unit -> anyPeriod(unit, inner.test), Optional.empty());
        }
        return criterion();
    }

    private Parsed criterion() {
        int colon = text.indexOf(':', at);
        if (colon < 0 || !text.substring(at, colon).matches("[A-Za-z0-9]+")) {
            throw new Malformed("Erreur de syntaxe à la position " + at);
        }
        String field = text.substring(at, colon);
        at = colon + 1;
        if (at >= text.length()) {
            throw new Malformed("Erreur de syntaxe, valeur manquante pour " + field);
        }
        char first = text.charAt(at);
        if (first == '[' || first == '{') {
            return range(field);
        }
        String value = first == '"' ? quoted() : bare();
        boolean number =
                ("siren".equals(field) || "siret".equals(field)) && !value.contains("*") && !value.contains("?");
        return new Parsed(
                node -> matches(find(node, field), value), number ? Optional.of(Set.of(value)) : Optional.empty());
    }

    private Parsed range(String field) {
        int end = at;
        while (end < text.length() && "]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end >= text.length()) {
            throw new Malformed("Erreur de syntaxe, intervalle non fermé pour " + field);
        }
        String[] bounds = text.substring(at + 1, end).trim().split("\\s+TO\\s+");
        if (bounds.length != 2) {
            throw new Malformed("Erreur de syntaxe dans l'intervalle de " + field);
        }
        boolean openLow = text.charAt(at) == '{';
        boolean openHigh = text.charAt(end) == '}';
        at = end + 1;
        String low = bounds[0];
        String high = bounds[1];
        if (!"*".equals(low) && !"*".equals(high) && low.compareTo(high) > 0) {
            throw new Malformed("Erreur de syntaxe, ordre incorrect dans l'intervalle : " + field);
        }
        return new Parsed(
                node -> {
                    String value = find(node, field);
                    if (value == null) {
                        return false;
                    }
                    int above = "*".equals(low) ? 1 : value.compareTo(low);
                    // 2018-02 as an upper bound includes the whole month
                    int below = "*".equals(high) || value.startsWith(high) && !openHigh ? -1 : value.compareTo(high);
                    return (openLow ? above > 0 : above >= 0) && (openHigh ? below < 0 : below <= 0);
                },
                Optional.empty());
    }

    private static boolean matches(String value, String wanted) {
        if (value == null) {
            return false;
        }
        if ("*".equals(wanted)) {
            return true;
        }
        String asked = wanted.replaceFirst("~\\d?$", "");
        if (asked.contains("*") || asked.contains("?")) {
            String pattern = Pattern.quote(asked).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                    .matcher(value)
                    .matches();
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return value.startsWith(asked);
        }
        return value.equalsIgnoreCase(asked)
                || !asked.matches("[\\d.]+[A-Z]?")
                        && (" " + Words.fold(value) + " ").contains(" " + Words.fold(asked) + " ");
    }

    private static boolean anyPeriod(JsonNode node, Predicate<JsonNode> test) {
        JsonNode periods = node.has("periodesEtablissement")
                ? node.path("periodesEtablissement")
                : node.path("periodesUniteLegale");
        for (JsonNode period : periods) {
            if (test.test(period)) {
                return true;
            }
        }
        return false;
    }

    private static String find(JsonNode node, String field) {
        for (JsonNode place : new JsonNode[] {node, node.path("uniteLegale"), node.path("adresseEtablissement")}) {
            JsonNode value = place.path(field);
            if (value.isValueNode() && !value.isNull()) {
                return value.asText();
            }
        }
        return null;
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw new Malformed("Erreur de syntaxe, guillemet non fermé");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ')') {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean keyword(String word) {
        blanks();
        if (text.startsWith(word + " ", at)) {
            at += word.length() + 1;
            return true;
        }
        return false;
    }

    private boolean take(char symbol) {
        if (at < text.length() && text.charAt(at) == symbol) {
            at++;
            return true;
        }
        return false;
    }

    private void close() {
        blanks();
        if (!take(')')) {
            throw new Malformed("Erreur de syntaxe, parenthèse non fermée");
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
