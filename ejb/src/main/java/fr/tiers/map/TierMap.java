package fr.tiers.map;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.map.MapView.Cluster;
import fr.tiers.map.MapView.Pin;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.TierArea.Frame;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierSearch;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A list of tiers, seen through a frame of the map. Wide frames add up what {@code map_cell} keeps; close ones, and conditions that it
 * knows nothing of, look at the tiers themselves.
 */
@Stateless
@PermitAll
public class TierMap {

    /** Up to so many tiers each has its own pin. */
    static final int MOST_PINS = 400;

    /** Levels of {@code map_cell}. */
    private static final int[] KEPT = {10, 13, 16};

    /** A row of {@code map_cell} as if it were a tier, for the conditions of lists. */
    private static final String CELLS =
            """
            (select x, y, number, longitudes, latitudes, cast(null as bigint) as id, sales_unit_id, owner_id, confidential, status, types
             from map_cell where level = :level and x between :x1 and :x2 and y between :y1 and :y2
             union all
             select x, y, number, longitudes, latitudes, cast(null as bigint), sales_unit_id, owner_id, confidential, status, types
             from map_change where level = :level and x between :x1 and :x2 and y between :y1 and :y2) t
            """;

    private static final String SQUARE =
            "map_x(t.longitude) >> cast(:shift as integer), map_y(t.latitude) >> cast(:shift as integer)";

    private final TierSearch search;
    private final Callers callers;
    private final Clock clock;

    protected TierMap() {
        this(null, null, null);
    }

    @Inject
    public TierMap(TierSearch search, Callers callers, Clock clock) {
        this.search = search;
        this.callers = callers;
        this.clock = clock;
    }

    /** Tiers of one square, added up. */
    private record Heap(long number, double longitudes, double latitudes) {

        Heap plus(Heap other) {
            return new Heap(number + other.number, longitudes + other.longitudes, latitudes + other.latitudes);
        }
    }

    private record Square(int x, int y) {}

    /**
     * @param filter its own frame counts for nothing
     * @param zoom as of web maps, 0 to 22
     */
    public MapView look(TierFilter filter, Frame frame, int zoom) {
        var grid = Grid.of(frame, zoom);
        var heaps = new HashMap<Square, Heap>();
        var kept = IntStream.of(KEPT).filter(level -> level >= grid.level()).findFirst();
        var framed = filter.seen(filter.area().within(grid.frame()), filter.types());
        if (kept.isPresent() && isKept(filter)) {
            kept(filter, grid, kept.getAsInt(), heaps);
            named(framed, grid, heaps);
        } else {
            count(framed, grid, "", heaps);
        }
        heaps.values().removeIf(heap -> heap.number() <= 0);
        var number = heaps.values().stream().mapToLong(Heap::number).sum();
        return number <= MOST_PINS
                ? new MapView(number, List.of(), pins(framed))
                : new MapView(number, clusters(heaps, grid), List.of());
    }

    /** @return how many tiers of the list have no coordinates; counting stops where that of lists stops */
    public long unplaced(TierFilter filter) {
        return search.count(filter.seen(new TierArea(null, null, List.of(), false), filter.types()));
    }

    /** Whether the filter asks for nothing but what {@code map_cell} knows. */
    private static boolean isKept(TierFilter filter) {
        var asked = TierFilter.builder()
                .types(filter.types())
                .status(filter.status())
                .owner(filter.owner())
                .salesUnit(filter.salesUnit())
                .area(TierArea.ANYWHERE.within(filter.area().frame()))
                .build();
        return asked.equals(filter);
    }

    private void kept(TierFilter filter, Grid grid, int level, Map<Square, Heap> heaps) {
        int shift = level - grid.level();
        boolean typed = !filter.types().isEmpty();
        add(
                heaps,
                search.ask(
                        filter.seen(TierArea.ANYWHERE, List.of()),
                        where ->
                                """
                                select x >> cast(:shift as integer), y >> cast(:shift as integer), sum(number), sum(longitudes), sum(latitudes)
                                from %s where %s %s group by 1, 2
                                """
                                        .formatted(CELLS, where, typed ? "and t.types && cast(:types as text[])" : ""),
                        query -> {
                            if (typed) {
                                query.bindArray("types", String.class, filter.types());
                            }
                            return query.bind("shift", shift)
                                    .bind("level", level)
                                    .bind("x1", grid.west() << shift)
                                    .bind("x2", (grid.east() + 1 << shift) - 1)
                                    .bind("y1", grid.north() << shift)
                                    .bind("y2", (grid.south() + 1 << shift) - 1)
                                    .map((row, context) -> entry(row))
                                    .list();
                        }));
    }

    /** Adds the tiers that are visible by themselves alone: the cells cannot know them. */
    private void named(TierFilter framed, Grid grid, Map<Square, Heap> heaps) {
        var visibility = Visibility.of(callers.current());
        var named = visibility.byName("t");
        if (!"false".equals(named)) {
            count(framed, grid, "and %s and (%s) is not true".formatted(named, visibility.predicate("d")), heaps);
        }
    }

    private void count(TierFilter framed, Grid grid, String more, Map<Square, Heap> heaps) {
        add(
                heaps,
                search.ask(
                        framed,
                        where ->
                                """
                                select %s, count(*), sum(t.longitude), sum(t.latitude) from tier t
                                cross join lateral (select cast(null as bigint) as id, t.sales_unit_id, t.owner_id, t.confidential) d
                                where %s %s group by 1, 2
                                """
                                        .formatted(SQUARE, where, more),
                        query -> query.bind("shift", Grid.FINEST - grid.level())
                                .map((row, context) -> entry(row))
                                .list()));
    }

    private static Map.Entry<Square, Heap> entry(ResultSet row) throws SQLException {
        return Map.entry(
                new Square(row.getInt(1), row.getInt(2)), new Heap(row.getLong(3), row.getDouble(4), row.getDouble(5)));
    }

    private static void add(Map<Square, Heap> heaps, List<Map.Entry<Square, Heap>> found) {
        found.forEach(each -> heaps.merge(each.getKey(), each.getValue(), Heap::plus));
    }

    private static List<Cluster> clusters(Map<Square, Heap> heaps, Grid grid) {
        return heaps.entrySet().stream()
                .map(each -> {
                    var heap = each.getValue();
                    return new Cluster(
                            heap.number(),
                            heap.longitudes() / heap.number(),
                            heap.latitudes() / heap.number(),
                            grid.cell(each.getKey().x(), each.getKey().y()));
                })
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .toList();
    }

    private List<Pin> pins(TierFilter framed) {
        return search.ask(
                framed,
                where ->
                        """
                        select t.id, t.code, t.name, map_types(t.id) as types, (select u.login from app_user u where u.id = t.owner_id) as owner,
                               t.longitude, t.latitude,
                               (select e.starts_at from event e where e.tier_id = t.id and e.kind = 'MEETING' and e.state = 'DONE'
                                and e.starts_at <= :now order by e.starts_at desc limit 1) as last_visit
                        from tier t where %s order by t.sort_name, t.id limit :most
                        """
                                .formatted(where),
                query -> query.bind("now", clock.instant())
                        .bind("most", MOST_PINS)
                        .map((row, context) -> pin(row))
                        .list());
    }

    private static Pin pin(ResultSet row) throws SQLException {
        var visit = row.getTimestamp("last_visit");
        return new Pin(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                List.of((String[]) row.getArray("types").getArray()),
                row.getString("owner"),
                visit == null ? null : visit.toInstant(),
                row.getDouble("longitude"),
                row.getDouble("latitude"));
    }
}
