package fr.tiers.tier.web;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.web.FieldList;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tagged;
import fr.tiers.tier.PageStart;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.TierColumn;
import fr.tiers.tier.TierColumnFilter;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

    /** A column that is shown; in this order. */
    public static final String COLUMN = "column";

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
            TierArea.BBOX,
            TierArea.NEAR,
            TierArea.RADIUS,
            TierArea.POLYGON,
            TierArea.LOCATED,
            "sort",
            COLUMN,
            "view",
            "page",
            "after",
            "before",
            "size");
    /** Conditions that may be given several times. */
    private static final Set<String> SEVERAL = Set.of("type", "tag", "tagAll", "tagNone");

    static final int MAX_VALUES = 20;
    private static final int MAX_COLUMNS = 60;
    private static final Set<String> VIEW =
            Set.of(TierArea.RADIUS, "sort", COLUMN, "view", "page", "after", "before", "size");

    public static TierListQuery of(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var name : names(parameters.keySet())) {
            var given = Stream.of(parameters.getOrDefault(name, new String[0]))
                    .map(text -> name.equals(TierArea.POLYGON) ? text.strip() : Params.typed(text))
                    .filter(text -> isReadable(name, text))
                    .distinct()
                    .limit(most(name))
                    .toList();
            if (!given.isEmpty()) {
                values.put(name, new ArrayList<>(given));
            }
        }
        return clean(values);
    }

    private static int most(String name) {
        if (name.equals(COLUMN)) {
            return MAX_COLUMNS;
        }
        return SEVERAL.contains(name) || isOfField(name) ? MAX_VALUES : 1;
    }

    private static boolean isOfField(String name) {
        return FieldFilter.isName(name) || TierColumnFilter.isName(name);
    }

    /** The known names in their order, those of fields before the last ones. */
    private static List<String> names(Set<String> given) {
        var names = new ArrayList<>(NAMES);
        names.addAll(
                names.indexOf("sort"),
                given.stream().filter(TierListQuery::isOfField).sorted().toList());
        return names;
    }

    /** Without what is said about custom fields that are not, or no longer, to be filtered or sorted by, or that cannot be read. */
    public TierListQuery known(FieldList fields) {
        var query = known(fields.getFilterableCodes(), fields.getSortableCodes());
        return fields.isReadable(query.filter().custom()) ? query : query.known(Set.of(), fields.getSortableCodes());
    }

    private TierListQuery known(Set<String> filterable, Set<String> sortable) {
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
        if (TierColumnFilter.isName(name)) {
            return isReadable(() -> TierColumnFilter.parse(name, List.of(text)));
        }
        return switch (name) {
            case COLUMN -> FieldFilter.sorted(text).isPresent()
                    || TierColumn.of(text).isPresent();
            case "view" -> text.matches("\\d{1,18}");
            case "status" -> Set.of("CLOSED", ANY_STATUS).contains(text);
            case "blocked" -> Set.of("true", "false").contains(text);
            case "qualityMin", "qualityMax" -> text.matches("\\d{1,4}");
            case "page" -> text.matches("-?[1-9]\\d{0,5}");
            case "after", "before" -> isReadable(() -> PageStart.after(text));
            case "size" -> text.matches("\\d{1,3}") && SIZES.contains(Integer.valueOf(text));
            case "sort" -> isReadable(() -> TierOrder.parse(text));
            case TierArea.RADIUS -> isReadable(
                    () -> TierArea.parse(Map.of(TierArea.NEAR, List.of("0,0"), name, List.of(text))));
            case TierArea.BBOX, TierArea.NEAR, TierArea.POLYGON, TierArea.LOCATED -> isReadable(
                    () -> TierArea.parse(Map.of(name, List.of(text))));
            default -> true;
        };
    }

    private static boolean isReadable(Supplier<?> reading) {
        try {
            reading.get();
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
                .area(TierArea.parse(values))
                .quality(number("qualityMin"), number("qualityMax"))
                .tags(new Tagged(all("tag"), all("tagAll"), all("tagNone")))
                .custom(FieldFilter.parse(values))
                .columns(TierColumnFilter.parse(values))
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

    public TierOrder order() {
        return get("sort") == null ? TierOrder.BY_NAME : TierOrder.parse(get("sort"));
    }

    public int size() {
        return get("size") == null ? DEFAULT_SIZE : Integer.parseInt(get("size"));
    }

    /** The number of the page; counted from the end when negative. */
    public int page() {
        return get("page") == null ? 1 : Integer.parseInt(get("page"));
    }

    /** Where the page begins: after a row, before a row, or by its number. */
    public PageStart start() {
        if (get("after") != null) {
            return PageStart.after(get("after"));
        }
        if (get("before") != null) {
            return PageStart.before(get("before"));
        }
        return page() > 0 ? PageStart.at((page() - 1) * size()) : PageStart.fromEnd((-page() - 1) * size());
    }

    /** Names of the filters that narrow the list. */
    public List<String> filters() {
        return values.keySet().stream().filter(name -> !VIEW.contains(name)).toList();
    }

    /** The same list from its beginning, sorted otherwise; what is the default stays out of the URL. */
    public TierListQuery sorted(TierOrder order) {
        var sort = (order.descending() ? "-" : "") + order.field();
        return at(1).with("sort", order.equals(TierOrder.BY_NAME) ? null : sort);
    }

    /** The same list from its beginning, in pages of this length. */
    public TierListQuery sized(int size) {
        return at(1).with("size", size == DEFAULT_SIZE ? null : String.valueOf(size));
    }

    /** The same list, turned to a page by its number; from the end when negative. */
    public TierListQuery at(int page) {
        return with("page", page == 1 ? null : String.valueOf(page))
                .with("after", null)
                .with("before", null);
    }

    /** The next page, found by the row it begins after. */
    public TierListQuery after(String cursor) {
        return at(page() == -2 ? -1 : page() + 1).with("after", page() == -2 ? null : cursor);
    }

    /** The page before, found by the row it ends before. */
    public TierListQuery before(String cursor) {
        return page() == 2 ? at(1) : at(page() - 1).with("before", cursor);
    }

    /** Back on the first page, with one more condition or another one in its place. */
    public TierListQuery narrowed(String name, String value) {
        return with(name, value).at(1);
    }

    /** As {@link #narrowed(String, String)}, with any of several values. */
    public TierListQuery narrowedToAny(String name, List<String> several) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, new ArrayList<>(several));
        return clean(copy).at(1);
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
        return clean(copy).at(1);
    }

    private TierListQuery with(String name, String value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value == null ? new ArrayList<>() : new ArrayList<>(List.of(value)));
        return clean(copy);
    }

    private static TierListQuery clean(Map<String, List<String>> values) {
        var ordered = new LinkedHashMap<String, List<String>>();
        boolean placed = !values.getOrDefault(TierArea.NEAR, List.of()).isEmpty();
        for (var name : names(values.keySet())) {
            if (!placed && ofPlace(name, values)) {
                continue;
            }
            if (!values.getOrDefault(name, List.of()).isEmpty()) {
                ordered.put(name, values.get(name));
            }
        }
        return new TierListQuery(ordered);
    }

    /** What means nothing without a place to measure from. */
    private static boolean ofPlace(String name, Map<String, List<String>> values) {
        return name.equals(TierArea.RADIUS)
                || name.equals("sort")
                        && values.getOrDefault(name, List.of()).stream()
                                .anyMatch(sort -> sort.endsWith(TierOrder.DISTANCE));
    }

    /** The same tiers on the map, or what the list says of them when one comes back from there. */
    public String toMap() {
        return with("page", null).with(TierArea.LOCATED, null).toUrl();
    }

    /** What it asks for, in the parameters of the interface for programs, where no status means all. */
    public String toExport() {
        var asked = new LinkedHashMap<>(values);
        asked.keySet().removeAll(Set.of("page", "after", "before", "size", "status", "view"));
        var status = status();
        if (!ANY_STATUS.equals(status)) {
            asked.put("status", List.of(status));
        }
        return new TierListQuery(asked).toUrl();
    }

    /** What a saved view keeps: conditions, order, columns and the length of a page, not the page itself. */
    public String toSave() {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(Set.of("page", "after", "before", "view"));
        var url = new TierListQuery(kept).toUrl();
        return url.isEmpty() ? "" : url.substring(1);
    }

    /** Which tiers there are and in which order, for a record to step through: what {@link #parse} reads. */
    public String toWalk() {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(Set.of("page", "after", "before", "view", "size", COLUMN));
        kept.putIfAbsent("sort", List.of(TierOrder.BY_NAME.field()));
        return new TierListQuery(kept).toUrl().substring(1);
    }

    /** Reads a list out of a text that stands in another URL. */
    static TierListQuery parse(String text) {
        var parameters = new LinkedHashMap<String, String[]>();
        for (var part : text.split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                parameters.merge(
                        decoded(part.substring(0, at)),
                        new String[] {decoded(part.substring(at + 1))},
                        (one, other) ->
                                Stream.concat(Stream.of(one), Stream.of(other)).toArray(String[]::new));
            }
        }
        return of(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
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
