package fr.tiers.duplicate;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/** Probable pairs and the clusters they hang together in. Whatever changes a pair puts its clusters right in the same transaction. */
@ApplicationScoped
public class DuplicateClusters {

    /** Pairs the other way round too, so that one index condition finds them. */
    private static final String REACH =
            """
            with recursive reach (id) as (
                select unnest(:ids)
                union select m.tier_id from duplicate_member m
                      where m.cluster_id in (select cluster_id from duplicate_member where tier_id = any(:ids))
                union select p.id from reach r cross join lateral (
                      select other_id as id from duplicate_pair where tier_id = r.id
                      union all select tier_id from duplicate_pair where other_id = r.id) p)
            select id from reach
            """;

    private final Db db;
    private final Clock clock;

    protected DuplicateClusters() {
        this(null, null);
    }

    @Inject
    public DuplicateClusters(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Pair(long tier, long other) {
        static Pair of(long a, long b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    private record Edge(Pair pair, int score) {}

    /**
     * Compares tiers with all others and keeps the probable pairs.
     *
     * @return of how many tiers the pairs are others than before
     */
    int compare(Collection<Long> ids) {
        return db.call(handle -> {
            lock(handle);
            var before = pairs(handle, ids);
            var found = found(handle, ids);
            if (before.equals(found)) {
                return 0;
            }
            handle.createUpdate("delete from duplicate_pair where tier_id = any(:ids) or other_id = any(:ids)")
                    .bindArray("ids", Long.class, ids)
                    .execute();
            insert(handle, found);
            var changed = new TreeSet<Long>();
            for (var known : List.of(before, found)) {
                known.forEach((pair, match) -> {
                    if (!match.equals((known == before ? found : before).get(pair))) {
                        changed.add(pair.tier());
                        changed.add(pair.other());
                    }
                });
            }
            gather(handle, changed);
            return (int) ids.stream().filter(changed::contains).count();
        });
    }

    /** The two are not the same after all. */
    void part(long tierId, long otherId) {
        db.run(handle -> {
            lock(handle);
            int gone = handle.execute(
                    "delete from duplicate_pair where tier_id = least(?, ?) and other_id = greatest(?, ?)",
                    tierId,
                    otherId,
                    tierId,
                    otherId);
            if (gone > 0) {
                gather(handle, List.of(tierId, otherId));
            }
        });
    }

    /** The tier is on its way out. */
    void forget(long tierId) {
        db.run(handle -> {
            lock(handle);
            var left = handle.createQuery(REACH)
                    .bindArray("ids", Long.class, List.of(tierId))
                    .mapTo(Long.class)
                    .list();
            handle.execute("delete from duplicate_pair where tier_id = ? or other_id = ?", tierId, tierId);
            handle.execute("delete from duplicate_member where tier_id = ?", tierId);
            left.remove(tierId);
            gather(handle, left);
        });
    }

    /** Two who gather the same clusters at once would each miss what the other has written. */
    private static void lock(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended('duplicate.cluster', 0))");
    }

    private static Map<Pair, List<Object>> pairs(Handle handle, Collection<Long> ids) {
        var pairs = new HashMap<Pair, List<Object>>();
        handle.createQuery(
                        "select tier_id, other_id, score, reasons from duplicate_pair where tier_id = any(:ids) or other_id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> pairs.put(
                        new Pair(row.getLong("tier_id"), row.getLong("other_id")),
                        List.of(row.getInt("score"), List.of((String[])
                                row.getArray("reasons").getArray()))))
                .list();
        return pairs;
    }

    private static Map<Pair, List<Object>> found(Handle handle, Collection<Long> ids) {
        var candidates = handle.createQuery(CandidateSql.of(CandidateSql.OF_ROWS))
                .bindArray("ids", Long.class, ids)
                .bindArray("shared", String.class, ContactPoints.SHARED)
                .map((row, context) -> Pair.of(row.getLong("probe_id"), row.getLong("id")))
                .set();
        if (candidates.isEmpty()) {
            return Map.of();
        }
        handle.createQuery(
                        """
                        select tier_id, other_id from duplicate_verdict where tier_id = any(:ids) or other_id = any(:ids)
                        """)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> new Pair(row.getLong("tier_id"), row.getLong("other_id")))
                .forEach(candidates::remove);
        var parties = parties(handle, candidates);
        var found = new HashMap<Pair, List<Object>>();
        for (var pair : candidates) {
            var one = parties.get(pair.tier());
            var other = parties.get(pair.other());
            // either may have been deleted since the first statement
            if (one != null && other != null) {
                var match = Match.of(one.party(), other.party());
                if (match.probable()) {
                    found.put(
                            pair,
                            List.of(
                                    match.score(),
                                    match.reasons().stream().map(Enum::name).toList()));
                }
            }
        }
        return found;
    }

    private static Map<Long, PartyRow> parties(Handle handle, Collection<Pair> pairs) {
        var ids = pairs.stream()
                .flatMap(pair -> LongStream.of(pair.tier(), pair.other()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
        return handle
                .createQuery("select " + PartyRow.COLUMNS + " from tier t where t.id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> PartyRow.of(row))
                .stream()
                .collect(Collectors.toMap(PartyRow::id, Function.identity()));
    }

    private static void insert(Handle handle, Map<Pair, List<Object>> found) {
        if (found.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "insert into duplicate_pair (tier_id, other_id, score, reasons) values (:tier, :other, :score, :reasons)");
        found.forEach((pair, match) -> batch.bind("tier", pair.tier())
                .bind("other", pair.other())
                .bind("score", match.get(0))
                .bindArray("reasons", String.class, (List<?>) match.get(1))
                .add());
        batch.execute();
    }

    /** Builds the clusters anew that any of the tiers is in, or was. */
    private void gather(Handle handle, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var reach = handle.createQuery(REACH)
                .bindArray("ids", Long.class, ids)
                .mapTo(Long.class)
                .list();
        handle.createUpdate(
                        """
                        delete from duplicate_cluster
                        where id in (select cluster_id from duplicate_member where tier_id = any(:ids))
                        """)
                .bindArray("ids", Long.class, reach)
                .execute();
        var edges = handle.createQuery(
                        "select tier_id, other_id, score from duplicate_pair where tier_id = any(:ids) order by tier_id, other_id")
                .bindArray("ids", Long.class, reach)
                .map((row, context) ->
                        new Edge(new Pair(row.getLong("tier_id"), row.getLong("other_id")), row.getInt("score")))
                .list();
        for (var cluster : components(edges).values()) {
            keep(handle, cluster);
        }
    }

    private static Map<Long, List<Edge>> components(List<Edge> edges) {
        var root = new HashMap<Long, Long>();
        for (var edge : edges) {
            long a = rootOf(root, edge.pair().tier());
            long b = rootOf(root, edge.pair().other());
            root.put(Math.max(a, b), Math.min(a, b));
        }
        return edges.stream()
                .collect(Collectors.groupingBy(
                        edge -> rootOf(root, edge.pair().tier()),
                        TreeMap::new,
                        Collectors.toCollection(ArrayList::new)));
    }

    private static long rootOf(Map<Long, Long> root, long tier) {
        long at = tier;
        while (root.getOrDefault(at, at) != at) {
            at = root.get(at);
        }
        return at;
    }

    private void keep(Handle handle, List<Edge> edges) {
        var members = edges.stream()
                .flatMap(edge ->
                        LongStream.of(edge.pair().tier(), edge.pair().other()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
        long id = handle.createQuery(
                        "insert into duplicate_cluster (score, found_at) values (:score, :at) returning id")
                .bind("score", edges.stream().mapToInt(Edge::score).max().orElse(0))
                .bind("at", clock.instant())
                .mapTo(Long.class)
                .one();
        handle.createUpdate(
                        """
                        insert into duplicate_member (tier_id, cluster_id, survivor)
                        select t.id, :cluster, row_number() over (order by %s) = 1 from tier t where t.id = any(:ids)
                        """
                                .formatted(Survivor.ORDER))
                .bind("cluster", id)
                .bindArray("ids", Long.class, members)
                .execute();
    }
}
