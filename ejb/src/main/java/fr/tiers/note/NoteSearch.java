package fr.tiers.note;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds public notes and the caller's own private ones, at the tiers the caller may see; nothing for extranet users. */
@ApplicationScoped
public class NoteSearch implements SearchSource {

    private static final int TITLE = 80;

    private final Db db;
    private final Callers callers;

    protected NoteSearch() {
        this(null, null);
    }

    @Inject
    public NoteSearch(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        var caller = callers.current();
        if (caller.has(Role.EXTRANET)) {
            return List.of();
        }
        var words = IntStream.range(0, patterns.size())
                .mapToObj(i -> "fold(n.body) like fold(:word" + i + ')')
                .collect(Collectors.joining(" and "));
        var sql =
                """
                select f.*, 0.6 * word_similarity(fold(:typed), fold(left(f.body, 500))) as rank
                from (select n.id, n.tier_id, n.body, n.created_at, t.name from note n join tier t on t.id = n.tier_id
                      where %s and %s and %s limit 500) f
                order by rank desc, f.created_at desc, f.id limit :limit
                """
                        .formatted(visibility.predicate("t"), NoteRows.VISIBLE, words);
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(sql)).bind("viewer", caller.userId());
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> new SearchHit(
                            "NOTE",
                            row.getLong("id"),
                            row.getLong("tier_id"),
                            title(row.getString("body")),
                            row.getString("name"),
                            row.getDouble("rank")))
                    .list();
        });
    }

    /** The beginning of the first line. */
    static String title(String body) {
        var line = body.lines().findFirst().orElse("").strip();
        if (line.length() <= TITLE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
        return line.substring(0, end).stripTrailing() + '…';
    }
}
