package fr.tiers.tier.web;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tagged;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierSort;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the list shows, as it stands in the URL. Whatever cannot be understood there is left out rather than refused: a link that was
 * cut in a mail still opens a list.
 *
 * @param values of the known parameters, in the order of {@link #NAMES}, empty ones left out
 */
public record TierListQuery(Map<String, List<String>> values) implements Serializable {

    /** No status in the URL means the active ones; this means all. */
    public static final String ANY_STATUS = "ALL";

    static final int DEFAULT_SIZE = 25;
    static final Set<Integer> SIZES = Set.of(25, 50, 100);

    private static final List<String> NAMES = List.of(
            "q",
            "type",
            "status",
            "salesUnit",
            "owner",
            "agency",
            "city",
            "postalCode",
            "ape",
            "blocked",
            "qualityMin",
            "qualityMax",
            "tag",
            "tagAll",
            "tagNone",
            "sort",
            "page",
            "size");
    /** Conditions that may be given several times. */
    private static final Set<String> SEVERAL = Set.of("type", "tag", "tagAll", "tagNone");

    static final int MAX_VALUES = 20;
    private static final Set<String> VIEW = Set.of("sort", "page", "size");

    public static TierListQuery of(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var name : names(parameters.keySet())) {
            var given = Stream.of(parameters.getOrDefault(name, new String[0]))
                    .map(Params::typed)
                    .filter(text -> isReadable(name, text))
                    .distinct()
                    .limit(SEVERAL.contains(name) || FieldFilter.isName(name) ? MAX_VALUES : 1)
                    .toList();
            if (!given.isEmpty()) {
                values.put(name, new ArrayList<>(given));
            }
        }
        return new TierListQuery(values);
    }

    /** The known names in their order, those of custom fields before the last ones. */
    private static List<String> names(Set<String> given) {
        var names = new ArrayList<>(NAMES);
        names.addAll(
                names.indexOf("sort"),
                given.stream().filter(FieldFilter::isName).sorted().toList());
        return names;
    }

    /** Without what is said about custom fields that are not, or no longer, to be filtered or sorted by. */
    TierListQuery known(Set<String> filterable, Set<String> sortable) {
        var copy = new LinkedHashMap<>(values);
        copy.keySet()
                .removeIf(name -> FieldFilter.isName(name)
                        && !filterable.contains(FieldFilter.parse(Map.of(name, List.of()))
                                .get(0)
                                .code()));
        if (order().custom() != null && !sortable.contains(order().custom())) {
            copy.remove("sort");
        }
        return clean(copy);
    }

    private static boolean isReadable(String name, String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (name) {
            case "status" -> Set.of("CLOSED", ANY_STATUS).contains(text);
            case "blocked" -> Set.of("true", "false").contains(text);
            case "qualityMin", "qualityMax" -> text.matches("\\d{1,4}");
            case "page" -> text.matches("[1-9]\\d{0,5}");
            case "size" -> text.matches("\\d{1,3}") && SIZES.contains(Integer.valueOf(text));
            case "sort" -> isSort(text);
            default -> true;
        };
    }

    private static boolean isSort(String text) {
        try {
            TierSort.Order.parse(text);
            return true;
        } catch (BusinessException e) {
            return false;
        }
    }

    public TierFilter filter() {
        var status = status();
        return TierFilter.builder()
                .q(get("q"))
                .types(types())
                .status(ANY_STATUS.equals(status) ? null : status)
                .salesUnit(get("salesUnit"))
                .owner(get("owner"))
                .agency(get("agency"))
                .city(get("city"))
                .postalCode(get("postalCode"))
                .ape(get("ape"))
                .blocked(get("blocked") == null ? null : Boolean.valueOf(get("blocked")))
                .quality(number("qualityMin"), number("qualityMax"))
                .tags(new Tagged(all("tag"), all("tagAll"), all("tagNone")))
                .custom(FieldFilter.parse(values))
                .build();
    }

    private Integer number(String name) {
        return get(name) == null ? null : Integer.valueOf(get(name));
    }

    /** Every value of a condition. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public String get(String name) {
        var found = values.get(name);
        return found == null ? null : found.get(0);
    }

    public List<String> types() {
        return values.getOrDefault("type", List.of());
    }

    public String status() {
        return get("status") == null ? "ACTIVE" : get("status");
    }

    public TierSort.Order order() {
        return get("sort") == null ? TierSort.Order.BY_NAME : TierSort.Order.parse(get("sort"));
    }

    public int size() {
        return get("size") == null ? DEFAULT_SIZE : Integer.parseInt(get("size"));
    }

    public int first() {
        return get("page") == null ? 0 : (Integer.parseInt(get("page")) - 1) * size();
    }

    /** Names of the filters that narrow the list. */
    public List<String> filters() {
        return values.keySet().stream().filter(name -> !VIEW.contains(name)).toList();
    }

    /** The same list turned to another page or sorted otherwise; what is the default stays out of the URL. */
    public TierListQuery shown(int first, int size, TierSort.Order order) {
        var sort = (order.descending() ? "-" : "") + order.field();
        return with("sort", order.equals(TierSort.Order.BY_NAME) ? null : sort)
                .with("page", first == 0 ? null : String.valueOf(first / size + 1))
                .with("size", size == DEFAULT_SIZE ? null : String.valueOf(size));
    }

    /** Back on the first page, with one more condition or another one in its place. */
    public TierListQuery narrowed(String name, String value) {
        return with(name, value).with("page", null);
    }

    /** As {@link #narrowed(String, String)}, with any of several values. */
    public TierListQuery narrowedToAny(String name, List<String> several) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, new ArrayList<>(several));
        return clean(copy).with("page", null);
    }

    /** Back on the first page, without this condition. */
    public TierListQuery without(String name, String value) {
        if ("status".equals(name)) {
            return narrowed(name, ANY_STATUS);
        }
        var rest = values.getOrDefault(name, List.of()).stream()
                .filter(each -> !each.equals(value))
                .toList();
        var copy = new LinkedHashMap<>(values);
        copy.put(name, new ArrayList<>(rest));
        return clean(copy).with("page", null);
    }

    private TierListQuery with(String name, String value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value == null ? new ArrayList<>() : new ArrayList<>(List.of(value)));
        return clean(copy);
    }

    private static TierListQuery clean(Map<String, List<String>> values) {
        var ordered = new LinkedHashMap<String, List<String>>();
        for (var name : names(values.keySet())) {
            if (!values.getOrDefault(name, List.of()).isEmpty()) {
                ordered.put(name, values.get(name));
            }
        }
        return new TierListQuery(ordered);
    }

    /** What it asks for, in the parameters of the interface for programs, where no status means all. */
    public String toExport() {
        var asked = new LinkedHashMap<>(values);
        asked.keySet().removeAll(Set.of("page", "size", "status"));
        var status = status();
        if (!ANY_STATUS.equals(status)) {
            asked.put("status", List.of(status));
        }
        return new TierListQuery(asked).toUrl();
    }

    /** @return with its question mark; empty for the plain list */
    public String toUrl() {
        var text = values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : '?' + text;
    }
}
