package fr.tiers.simulator.infogreffe;

import java.util.ArrayList;
import java.util.List;

/** Cuts an ODSQL clause into tokens. */
final class Lexer {

    /** Kinds of token. */
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String keyword) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(keyword);
        }
    }

    private final String clause;
    private final String source;
    private int position;

    private Lexer(String clause, String source) {
        this.clause = clause;
        this.source = source;
    }

    static List<Token> tokens(String clause, String source) {
        Lexer lexer = new Lexer(clause, source);
        List<Token> tokens = new ArrayList<>();
        Token token = lexer.next();
        while (token.kind() != Kind.END) {
            tokens.add(token);
            token = lexer.next();
        }
        tokens.add(token);
        return tokens;
    }

    private Token next() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        if (position >= source.length()) {
            return new Token(Kind.END, "");
        }
        char first = source.charAt(position);
        if (first == '"' || first == '\'') {
            return string(first);
        }
        if (first == '`') {
            Token quoted = string('`');
            return new Token(Kind.WORD, quoted.text());
        }
        if (Character.isDigit(first)
                || first == '-' && position + 1 < source.length() && Character.isDigit(source.charAt(position + 1))) {
            return run(Kind.NUMBER, "0123456789.-eE_abcdefghijklmnopqrstuvwxyz");
        }
        if (Character.isLetter(first) || first == '_') {
            return run(Kind.WORD, null);
        }
        for (String symbol : List.of("<=", ">=", "!=", "<>")) {
            if (source.startsWith(symbol, position)) {
                position += 2;
                return new Token(Kind.SYMBOL, symbol);
            }
        }
        if ("=<>(),:*".indexOf(first) >= 0) {
            position++;
            return new Token(Kind.SYMBOL, String.valueOf(first));
        }
        throw OdsqlException.malformed(clause, "Unexpected character '" + first + "' at position " + position + ".");
    }

    private Token string(char quote) {
        StringBuilder text = new StringBuilder();
        for (int i = position + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                text.append(source.charAt(++i));
            } else if (c == quote) {
                position = i + 1;
                return new Token(Kind.STRING, text.toString());
            } else {
                text.append(c);
            }
        }
        throw OdsqlException.malformed(clause, "Unterminated string starting at position " + position + ".");
    }

    private Token run(Kind kind, String allowed) {
        int start = position;
        while (position < source.length()) {
            char c = source.charAt(position);
            boolean inside = allowed == null ? Character.isLetterOrDigit(c) || c == '_' : allowed.indexOf(c) >= 0;
            if (!inside) {
                break;
            }
            position++;
        }
        return new Token(kind, source.substring(start, position));
    }
}
