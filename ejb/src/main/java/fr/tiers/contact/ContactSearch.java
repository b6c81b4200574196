package fr.tiers.contact;

import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds people by name, e-mail or phone number, at the tiers the caller may see. */
@ApplicationScoped
public class ContactSearch implements SearchSource {

    private final Db db;

    protected ContactSearch() {
        this(null);
    }

    @Inject
    public ContactSearch(Db db) {
        this.db = db;
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        // Two branches, each with its own trigram index; one "or" over both tables could use neither.
        var sql =
                """
                select l.id, l.tier_id, t.name as tier_name, l.job_title,
                       concat_ws(' ', c.first_name, c.last_name) as person,
                       (case when fold(c.last_name) = fold(:typed) or lower(l.email) = lower(:typed) then 1.5
                             when starts_with(fold(c.last_name), fold(:typed)) then 0.8 else 0 end)
                       + similarity(c.search_text, fold(:typed)) + (case when l.to_date is null then 0.1 else 0 end) as rank
                from (select l.id from contact c join contact_link l on l.contact_id = c.id join tier t on t.id = l.tier_id
                      where %1$s and %2$s
                      union
                      select l.id from contact_link l join tier t on t.id = l.tier_id where %1$s and %3$s
                      limit 500) found
                join contact_link l on l.id = found.id
                join contact c on c.id = l.contact_id
                join tier t on t.id = l.tier_id
                order by rank desc, l.id limit :limit
                """
                        .formatted(visibility.predicate("t"), personWords("c", patterns), words("l", patterns));
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(sql));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> new SearchHit(
                            "CONTACT",
                            row.getLong("id"),
                            row.getLong("tier_id"),
                            row.getString("person"),
                            subtitle(row.getString("job_title"), row.getString("tier_name")),
                            row.getDouble("rank")))
                    .list();
        });
    }

    /** That a link or a tier holds every word. */
    static String words(String alias, List<String> patterns) {
        return all(patterns, alias + ".search_text like fold(:word%1$d)");
    }

    /** That a person holds every word, by name or by a custom field. */
    static String personWords(String alias, List<String> patterns) {
        return all(
                patterns,
                "(%1$s.search_text like fold(:word%%1$d) or %1$s.custom_text like fold(:word%%1$d))".formatted(alias));
    }

    private static String all(List<String> patterns, String condition) {
        return IntStream.range(0, patterns.size())
                .mapToObj(condition::formatted)
                .collect(Collectors.joining(" and "));
    }

    private static String subtitle(String job, String tier) {
        return job == null ? tier : job + " · " + tier;
    }
}
