package fr.tiers.duplicate;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Writes what was said of two tiers, into the history of both; who may say it is checked before. */
@ApplicationScoped
public class VerdictStore {

    private static final String FIELD = "notDuplicateOf";

    private final Db db;
    private final Clock clock;
    private final Authors authors;
    private final History history;
    private final DuplicateClusters clusters;
    private final Event<TierTouched> touched;

    protected VerdictStore() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public VerdictStore(
            Db db,
            Clock clock,
            Authors authors,
            History history,
            DuplicateClusters clusters,
            Event<TierTouched> touched) {
        this.db = db;
        this.clock = clock;
        this.authors = authors;
        this.history = history;
        this.clusters = clusters;
        this.touched = touched;
    }

    /** Nothing happens when it was said before. */
    void keep(long tierId, long otherId, String reason) {
        var author = authors.current();
        var said = db.call(handle -> handle.createQuery(
                        """
                        insert into duplicate_verdict (tier_id, other_id, reason, author, at)
                        values (least(:tier, :other), greatest(:tier, :other), :reason, :author, :at)
                        on conflict on constraint duplicate_verdict_once do nothing returning id
                        """)
                .bind("tier", tierId)
                .bind("other", otherId)
                .bind("reason", reason)
                .bind("author", author.login())
                .bind("at", clock.instant())
                .mapTo(Long.class)
                .findOne());
        said.ifPresent(id -> {
            note(author, tierId, id, null, code(otherId));
            note(author, otherId, id, null, code(tierId));
            clusters.part(tierId, otherId);
        });
    }

    void drop(long id, long tierId, long otherId) {
        var author = authors.current();
        db.run(handle -> handle.execute("delete from duplicate_verdict where id = ?", id));
        note(author, tierId, id, code(otherId), null);
        note(author, otherId, id, code(tierId), null);
        clusters.compare(List.of(tierId, otherId));
    }

    private void note(History.Author author, long tierId, long verdict, String before, String after) {
        history.updated(author, "duplicate", verdict, tierId, values(before), values(after));
        touched.fire(new TierTouched(tierId));
    }

    private static Map<String, String> values(String code) {
        return code == null ? Map.of() : Map.of(FIELD, code);
    }

    private String code(long tierId) {
        return db.call(handle -> handle.createQuery("select code from tier where id = :id")
                .bind("id", tierId)
                .mapTo(String.class)
                .one());
    }
}
