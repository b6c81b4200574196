package fr.tiers.kernel.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Links of a list whose state stands in its URL. */
public final class ListUrl {

    private ListUrl() {}

    /**
     * @param query the parameters of the page as it is shown
     * @param changes others in their place; an empty one is dropped
     */
    public static String of(String page, Map<String, String> query, Map<String, String> changes) {
        var changed = new LinkedHashMap<>(query);
        changed.putAll(changes);
        var text = changed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return page + (text.isEmpty() ? "" : '?' + text);
    }

    /** @return {@code ascending}, {@code descending} or {@code none}, as a column's head says it */
    public static String sorted(String field, String present, boolean descending) {
        return !field.equals(present) ? "none" : descending ? "descending" : "ascending";
    }
}
