package fr.tiers.event;

import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds events by their subject or a custom field, at the tiers the caller may see. */
@ApplicationScoped
public class EventSearch implements SearchSource {

    private final Db db;
    private final EventSight sight;

    protected EventSearch() {
        this(null, null);
    }

    @Inject
    public EventSearch(Db db, EventSight sight) {
        this.db = db;
        this.sight = sight;
    }

    /** Whether the event {@code e} says the word bound as {@code word<i>}. */
    static String word(int i) {
        return "(fold(e.subject) like fold(:word%1$d) or e.custom_text like fold(:word%1$d))".formatted(i);
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        var words =
                IntStream.range(0, patterns.size()).mapToObj(EventSearch::word).collect(Collectors.joining(" and "));
        // Many events share a subject ("Relance"): they rank below people and tiers, the latest first.
        var sql =
                """
                select f.id, f.tier_id, f.subject, f.name, 0.8 * similarity(fold(f.subject), fold(:typed)) as rank
                from (select e.id, e.tier_id, e.subject, e.starts_at, t.name from event e join tier t on t.id = e.tier_id
                      where %s and %s and %s limit 500) f
                order by rank desc, f.starts_at desc, f.id limit :limit
                """
                        .formatted(visibility.predicate("t"), sight.shown("e"), words);
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(sql));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> new SearchHit(
                            "EVENT",
                            row.getLong("id"),
                            row.getLong("tier_id"),
                            row.getString("subject"),
                            row.getString("name"),
                            row.getDouble("rank")))
                    .list();
        });
    }
}
