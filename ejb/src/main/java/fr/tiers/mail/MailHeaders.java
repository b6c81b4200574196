package fr.tiers.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Further headers as they are kept: one {@code Name: value} each. */
final class MailHeaders {

    private MailHeaders() {}

    static List<String> lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList();
    }

    static Map<String, String> map(String[] lines) {
        var headers = new LinkedHashMap<String, String>();
        for (var line : lines) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return headers;
    }
}
