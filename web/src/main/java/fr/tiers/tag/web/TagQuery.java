package fr.tiers.tag.web;

import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tagged;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the URL of a list says about tags. */
@Named("tagQuery")
@RequestScoped
public class TagQuery {

    /** How often each condition may be given. */
    public static final int MAX_VALUES = 20;

    private static final List<String> NAMES = List.of("tag", "tagAll", "tagNone");

    private final HttpServletRequest request;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    protected TagQuery() {
        this(null);
    }

    @Inject
    public TagQuery(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * A condition that can be taken away.
     *
     * @param name tag, tagAll or tagNone
     * @param url of the list without it
     */
    public record Chip(String name, String label, String url) {}

    @PostConstruct
    void read() {
        for (var name : NAMES) {
            var given = request.getParameterValues(name);
            values.put(
                    name,
                    Stream.of(given == null ? new String[0] : given)
                            .map(Params::typed)
                            .filter(text -> !text.isEmpty())
                            .distinct()
                            .limit(MAX_VALUES)
                            .toList());
        }
    }

    /** Every label of a condition. */
    public List<String> all(String name) {
        return values.get(name);
    }

    public Tagged tagged() {
        return new Tagged(all("tag"), all("tagAll"), all("tagNone"));
    }

    public boolean isAsked() {
        return tagged().isAsked();
    }

    /** @return the URL of a list with these conditions */
    public String on(String url) {
        return with(url, null, null);
    }

    /** @param url of the list as it is shown, without these conditions and without its page */
    public List<Chip> chips(String url) {
        return NAMES.stream()
                .flatMap(name -> all(name).stream().map(label -> new Chip(name, label, with(url, name, label))))
                .toList();
    }

    private String with(String url, String leftOut, String label) {
        var text = NAMES.stream()
                .flatMap(name -> all(name).stream()
                        .filter(each -> !(name.equals(leftOut) && each.equals(label)))
                        .map(each -> name + '=' + URLEncoder.encode(each, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? url : url + (url.contains("?") ? '&' : '?') + text;
    }
}
