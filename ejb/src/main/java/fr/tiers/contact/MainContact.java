package fr.tiers.contact;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * As soon as a tier has current contacts, exactly one of them is the main one. Every change of links first takes the tier's lock, so that
 * of two at once the second sees what the first has done; {@link #settle} then restores the rule whatever has happened.
 */
@ApplicationScoped
public class MainContact {

    private final Db db;
    private final ContactRows rows;
    private final History history;
    private final Authors authors;

    protected MainContact() {
        this(null, null, null, null);
    }

    @Inject
    public MainContact(Db db, ContactRows rows, History history, Authors authors) {
        this.db = db;
        this.rows = rows;
        this.history = history;
        this.authors = authors;
    }

    void lock(long tierId) {
        lock(List.of(tierId));
    }

    /** Always in the same order, so that two who want the same tiers do not wait for each other. */
    void lock(Collection<Long> tierIds) {
        db.run(handle -> handle.createQuery("select id from tier where id = any(:ids) order by id for no key update")
                .bindArray("ids", Long.class, tierIds)
                .mapTo(Long.class)
                .list());
    }

    /** Makes somebody the main contact in place of the former one. */
    void appoint(long tierId, long linkId) {
        mains(tierId).stream().filter(id -> id != linkId).forEach(id -> set(tierId, id, false));
        if (!mains(tierId).contains(linkId)) {
            set(tierId, linkId, true);
        }
        settle(tierId);
    }

    /** Hands over to the one who has been known longest, if there is anybody else. */
    void dismiss(long tierId, long linkId) {
        var others = current(tierId).stream().filter(id -> id != linkId).toList();
        if (!others.isEmpty()) {
            appoint(tierId, others.get(0));
        }
    }

    /** Whoever is no longer there is not the main contact; when nobody is, the one who has been known longest becomes it. */
    void settle(long tierId) {
        var current = current(tierId);
        mains(tierId).stream().filter(id -> !current.contains(id)).forEach(id -> set(tierId, id, false));
        if (mains(tierId).isEmpty() && !current.isEmpty()) {
            set(tierId, current.get(0), true);
        }
    }

    /** @return the links of those one can turn to, in the order they came to be known */
    List<Long> current(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select l.id from contact_link l join contact c on c.id = l.contact_id where l.tier_id = :tierId and "
                                + ContactRows.CURRENT + " order by l.id")
                .bind("tierId", tierId)
                .bind("today", rows.today())
                .mapTo(Long.class)
                .list());
    }

    private List<Long> mains(long tierId) {
        return db.call(handle -> handle.createQuery("select id from contact_link where tier_id = :tierId and main")
                .bind("tierId", tierId)
                .mapTo(Long.class)
                .list());
    }

    private void set(long tierId, long linkId, boolean main) {
        db.run(handle ->
                handle.execute("update contact_link set main = ?, version = version + 1 where id = ?", main, linkId));
        history.updated(authors.current(), "contact", linkId, tierId, Map.of("main", !main), Map.of("main", main));
    }
}
