package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.data.Words;
import fr.tiers.simulator.infogreffe.Lexer.Kind;
import fr.tiers.simulator.infogreffe.Lexer.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The part of ODSQL, the query language of Explore API v2.1, that clients of the key figures use: comparisons, {@code in},
 * {@code like}, {@code is [not] null}, {@code startswith}, {@code search}, bare strings, {@code not}, {@code and},
 * {@code or}, parentheses and {@code date'...'}.
 */
final class WhereParser {

    private final Set<String> fields;
    private final List<Token> tokens;
    private int next;

    private WhereParser(Set<String> fields, List<Token> tokens) {
        this.fields = fields;
        this.tokens = tokens;
    }

    static Condition parse(String where, Set<String> fields) {
        if (where == null || where.isBlank()) {
            return Condition.ALL;
        }
        WhereParser parser = new WhereParser(fields, Lexer.tokens("where", where));
        Condition condition = parser.either();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return condition;
    }

    private Condition either() {
        Condition condition = both();
        while (accept("or")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Condition both() {
        Condition condition = single();
        while (accept("and")) {
            condition = condition.and(single());
        }
        return condition;
    }

    private Condition single() {
        if (accept("not")) {
            return single().not();
        }
        if (accept("(")) {
            Condition condition = either();
            expect(")");
            return condition;
        }
        Token token = take();
        if (token.kind() == Kind.STRING) {
            return anywhere(token.text());
        }
        if (token.kind() != Kind.WORD) {
            throw malformed("Unexpected token '" + token.text() + "'.");
        }
        if (peek().is("(")) {
            return function(token.text());
        }
        return comparison(known(token.text()));
    }

    private Condition function(String name) {
        expect("(");
        boolean start = "startswith".equalsIgnoreCase(name);
        if (!start && !"search".equalsIgnoreCase(name) && !"suggest".equalsIgnoreCase(name)) {
            throw malformed("Unknown function: " + name + ".");
        }
        List<String> searched = new ArrayList<>();
        while (peek().kind() == Kind.WORD || peek().is("*")) {
            Token field = take();
            searched.add(field.is("*") ? "*" : known(field.text()));
            expect(",");
        }
        String text = value();
        expect(")");
        if (start) {
            String field = searched.get(0);
            return Condition.on(
                    record -> Words.fold(record.path(field).asText("")).startsWith(Words.fold(text)));
        }
        return searched.isEmpty() || searched.contains("*")
                ? anywhere(text)
                : Condition.on(
                        record -> searched.stream().anyMatch(field -> contains(record.path(field), Words.of(text))));
    }

    private Condition comparison(String field) {
        if (accept("is")) {
            boolean negated = accept("not");
            expect("null");
            return Condition.on(record -> record.path(field).isNull() != negated);
        }
        boolean negated = accept("not");
        if (accept("in")) {
            return negate(in(field), negated);
        }
        if (accept("like")) {
            List<String> words = Words.of(value().replace('%', ' '));
            return negate(Condition.on(record -> contains(record.path(field), words)), negated);
        }
        Token operator = take();
        IntPredicate wanted =
                switch (operator.text()) {
                    case "=", ":" -> sign -> sign == 0;
                    case "!=", "<>" -> sign -> sign != 0;
                    case "<" -> sign -> sign < 0;
                    case "<=" -> sign -> sign <= 0;
                    case ">" -> sign -> sign > 0;
                    case ">=" -> sign -> sign >= 0;
                    default -> throw malformed("Unexpected token '" + operator.text() + "' after field " + field + ".");
                };
        String value = value();
        boolean equality = "=".equals(operator.text()) || ":".equals(operator.text());
        Predicate<ObjectNode> test =
                record -> !record.path(field).isNull() && wanted.test(compare(record.path(field), value));
        return "siren".equals(field) && equality ? new Condition(test, Optional.of(Set.of(value))) : Condition.on(test);
    }

    private Condition in(String field) {
        expect("(");
        Set<String> values = new HashSet<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        Predicate<ObjectNode> test = record -> values.stream()
                .anyMatch(value -> !record.path(field).isNull() && compare(record.path(field), value) == 0);
        return "siren".equals(field) ? new Condition(test, Optional.of(values)) : Condition.on(test);
    }

    private static Condition negate(Condition condition, boolean negated) {
        return negated ? condition.not() : condition;
    }

    private static Condition anywhere(String text) {
        List<String> words = Words.of(text);
        return Condition.on(record -> words.stream().allMatch(word -> {
            for (JsonNode value : record) {
                if (contains(value, List.of(word))) {
                    return true;
                }
            }
            return false;
        }));
    }

    private static boolean contains(JsonNode value, List<String> words) {
        return !value.isContainerNode() && new HashSet<>(Words.of(value.asText(""))).containsAll(words);
    }

    private static int compare(JsonNode field, String value) {
        if (field.isNumber()) {
            try {
                return Double.compare(field.asDouble(), Double.parseDouble(value));
            } catch (NumberFormatException e) {
                throw malformed("'" + value + "' is not a number.");
            }
        }
        return field.asText("").compareTo(value);
    }

    private String value() {
        Token token = take();
        if (token.is("date") && peek().kind() == Kind.STRING) {
            return take().text();
        }
        if (token.kind() != Kind.STRING && token.kind() != Kind.NUMBER) {
            throw malformed(
                    token.kind() == Kind.END
                            ? "Unexpected end of query."
                            : "A literal is expected instead of '" + token.text() + "'.");
        }
        return token.text();
    }

    private String known(String field) {
        if (!fields.contains(field)) {
            throw malformed("Unknown field: " + field + ".");
        }
        return field;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String keyword) {
        if (peek().is(keyword)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String keyword) {
        if (!accept(keyword)) {
            throw unexpected();
        }
    }

    private OdsqlException unexpected() {
        return malformed(
                peek().kind() == Kind.END ? "Unexpected end of query." : "Unexpected token '" + peek().text() + "'.");
    }

    private static OdsqlException malformed(String reason) {
        return OdsqlException.malformed("where", reason);
    }
}
