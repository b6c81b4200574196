package fr.tiers.mail;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with tokens like {@code {{tier.name}}}. Nothing is ever evaluated: a token is looked up in a map, and what it stands for is not
 * looked at again, so a name that contains braces stays a name.
 */
public record Template(String subject, String body) {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** @return the tokens used that are not in the list, sorted */
    public Set<String> unknownTokens(Set<String> known) {
        var unknown = new TreeSet<String>();
        for (var text : new String[] {subject, body}) {
            var matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    unknown.add(matcher.group(1));
                }
            }
        }
        return unknown;
    }

    /** Puts the values in; a token without a value is left out. */
    public Template render(Map<String, String> values) {
        return new Template(render(subject, values), render(body, values));
    }

    private static String render(String text, Map<String, String> values) {
        return TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(values.getOrDefault(token.group(1), "")));
    }
}
