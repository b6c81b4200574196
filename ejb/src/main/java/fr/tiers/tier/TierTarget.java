package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.LinkTarget;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Links from custom fields to tiers: only those the caller may see. */
@ApplicationScoped
public class TierTarget implements LinkTarget {

    private final Db db;
    private final Callers callers;
    private final TierReader reader;

    protected TierTarget() {
        this(null, null, null);
    }

    @Inject
    public TierTarget(Db db, Callers callers, TierReader reader) {
        this.db = db;
        this.callers = callers;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "TIER";
    }

    @Override
    public Optional<String> label(Object key) {
        if (!String.valueOf(key).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                .bind(handle.createQuery("select t.name from tier t where t.id = :id and " + visibility.predicate("t")))
                .bind("id", Long.parseLong(key.toString()))
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public List<Choice> search(String words, int limit) {
        var patterns = SearchWords.patterns(words);
        return patterns.isEmpty()
                ? List.of()
                : reader.search(patterns, words, Visibility.of(callers.current()), limit).stream()
                        .map(hit -> new Choice(hit.id(), hit.title()))
                        .toList();
    }

    @Override
    public String page(Object key) {
        return "/tier/record.xhtml?id=" + key;
    }
}
