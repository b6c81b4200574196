package fr.tiers.document;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds files by name and description, at the tiers the caller may see; nothing for extranet users. */
@ApplicationScoped
public class DocumentSearch implements SearchSource {

    private final Db db;
    private final Callers callers;

    protected DocumentSearch() {
        this(null, null);
    }

    @Inject
    public DocumentSearch(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        if (callers.current().has(Role.EXTRANET)) {
            return List.of();
        }
        var sql =
                """
                select f.*, 0.8 * similarity(fold(f.title), fold(:typed)) as rank
                from (select d.id, d.tier_id, d.name as title, t.name, d.updated_at from document d join tier t on t.id = d.tier_id
                      where %s %s limit 500) f
                order by rank desc, f.updated_at desc, f.id limit :limit
                """
                        .formatted(visibility.predicate("t"), DocumentQuery.words(patterns.size()));
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(sql));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> new SearchHit(
                            "DOCUMENT",
                            row.getLong("id"),
                            row.getLong("tier_id"),
                            row.getString("title"),
                            row.getString("name"),
                            row.getDouble("rank")))
                    .list();
        });
    }
}
