package fr.tiers.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with tokens like {@code {{tier.name}}}. Nothing is ever evaluated: a token is looked up in a map, and what it stands for is not
 * looked at again, so a name that contains braces stays a name.
 *
 * @param body plain text; null to be taken from the HTML
 * @param html formatted text; null for a mail of plain text
 */
public record Template(String subject, String body, String html) {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** Of plain text. */
    public Template(String subject, String body) {
        this(subject, body, null);
    }

    /** @return the tokens used that are not in the list, sorted */
    public Set<String> unknownTokens(Set<String> known) {
        var unknown = new TreeSet<String>();
        for (var text : new String[] {subject, body, html}) {
            var matcher = TOKEN.matcher(Objects.requireNonNullElse(text, ""));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    unknown.add(matcher.group(1));
                }
            }
        }
        return unknown;
    }

    /** Puts the values in, each as its surroundings need it; a token without a value is left out. */
    public Template render(Map<String, String> values) {
        return new Template(
                render(subject, values, value -> value),
                render(body, values, value -> value),
                render(html, values, MailHtml::escape));
    }

    private static String render(String text, Map<String, String> values, UnaryOperator<String> written) {
        return text == null
                ? null
                : TOKEN.matcher(text)
                        .replaceAll(token ->
                                Matcher.quoteReplacement(written.apply(values.getOrDefault(token.group(1), ""))));
    }
}
