package fr.tiers.contact;

import fr.tiers.access.Callers;
import fr.tiers.customfield.LinkTarget;
import fr.tiers.kernel.Db;
import fr.tiers.tier.SearchWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/** Links from custom fields to people: only those the caller may see, by picker and by name. Whoever was deleted has no name any more. */
@ApplicationScoped
public class ContactTarget implements LinkTarget {

    private final Db db;
    private final Callers callers;
    private final ContactAccess access;

    protected ContactTarget() {
        this(null, null, null);
    }

    @Inject
    public ContactTarget(Db db, Callers callers, ContactAccess access) {
        this.db = db;
        this.callers = callers;
        this.access = access;
    }

    @Override
    public String name() {
        return "CONTACT";
    }

    @Override
    public Optional<String> label(Object key) {
        if (!String.valueOf(key).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return people("c.id = :id", List.of(), 1, query -> query.bind("id", Long.parseLong(key.toString()))).stream()
                .map(Choice::label)
                .findFirst();
    }

    @Override
    public List<Choice> search(String words, int limit) {
        var patterns = SearchWords.patterns(words);
        var like = IntStream.range(0, patterns.size())
                .mapToObj(i -> "c.search_text like fold(:word" + i + ')')
                .collect(Collectors.joining(" and "));
        return patterns.isEmpty() ? List.of() : people(like, patterns, limit, query -> query);
    }

    private interface Binding {
        Query bind(Query query);
    }

    private List<Choice> people(String condition, List<String> patterns, int limit, Binding more) {
        var visibility = access.visibility();
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(
                    """
                    select c.id, concat_ws(' ', c.first_name, c.last_name) as name from contact c
                    where %s and %s order by fold(c.last_name), fold(c.first_name), c.id limit :limit
                    """
                            .formatted(condition, ContactAccess.predicate(visibility))));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return more.bind(query)
                    .bind("me", callers.current().userId())
                    .bind("all", callers.current().seesAllTiers())
                    .bind("limit", limit)
                    .map((row, context) -> new Choice(row.getLong("id"), row.getString("name")))
                    .list();
        });
    }

    @Override
    public String page(Object key) {
        return "/contact/record.xhtml?id=" + key;
    }
}
