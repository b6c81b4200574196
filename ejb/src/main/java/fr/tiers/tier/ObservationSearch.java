package fr.tiers.tier;

import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.RichText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds tiers by the words of their observation, where name, code, town and numbers do not lead to them already. */
@ApplicationScoped
public class ObservationSearch implements SearchSource {

    private static final int SHOWN = 80;

    private final Db db;

    protected ObservationSearch() {
        this(null);
    }

    @Inject
    public ObservationSearch(Db db) {
        this.db = db;
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        var words = all(patterns.size(), "t.observation_text");
        var elsewhere = all(patterns.size(), "t.search_text");
        // a remark is what one remembers last: behind people, tiers and events
        var sql =
                """
                select f.id, f.name, f.observation, 0.5 * word_similarity(fold(:typed), f.observation_text) as rank
                from (select * from tier t where %s and %s and not (%s) limit 500) f
                order by rank desc, f.id limit :limit
                """
                        .formatted(visibility.predicate("t"), words, elsewhere);
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(sql));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> new SearchHit(
                            "TIER",
                            row.getLong("id"),
                            row.getLong("id"),
                            row.getString("name"),
                            beginning(row.getString("observation")),
                            row.getDouble("rank")))
                    .list();
        });
    }

    private static String all(int words, String column) {
        return IntStream.range(0, words)
                .mapToObj(i -> column + " like fold(:word" + i + ')')
                .collect(Collectors.joining(" and "));
    }

    private static String beginning(String observation) {
        var text = RichText.plain(observation).replace('\n', ' ');
        return text.length() <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + '…';
    }
}
