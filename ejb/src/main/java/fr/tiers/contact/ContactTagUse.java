package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.tag.TagChange;
import fr.tiers.tag.TagTable;
import fr.tiers.tag.TagUse;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** People wear tags: what stands there is about the person, wherever he or she works. */
@ApplicationScoped
public class ContactTagUse implements TagUse {

    public static final String OBJECT = "CONTACT";

    static final TagTable TABLE = new TagTable(OBJECT, "contact_tag", "contact_id");

    private static final Visibility EVERYWHERE = Visibility.of(Caller.SYSTEM);

    private final Db db;
    private final Clock clock;
    private final ContactAccess access;
    private final ContactRows rows;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected ContactTagUse() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ContactTagUse(
            Db db,
            Clock clock,
            ContactAccess access,
            ContactRows rows,
            History history,
            Authors authors,
            Event<TierTouched> touched) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.rows = rows;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
    }

    @Override
    public TagTable table() {
        return TABLE;
    }

    @Override
    public void requireVisible(long id) {
        access.requireVisible(id);
    }

    @Override
    public void requireEditable(long id) {
        access.requireEditable(id);
    }

    /** Each tier's change log tells it, also those the caller does not see: the person is one. */
    @Override
    public void changed(long id, TagChange change) {
        db.run(handle -> handle.createUpdate(
                        "update contact set version = version + 1, updated_at = :now where id = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
        for (var link : rows.ofPerson(id, EVERYWHERE)) {
            history.updated(
                    authors.current(),
                    "contact",
                    link.id(),
                    link.tierId(),
                    change.valuesBefore(),
                    change.valuesAfter());
        }
        rows.tiersOf(id).forEach(tierId -> touched.fire(new TierTouched(tierId)));
    }

    @Override
    public String list() {
        return "/contact/list.xhtml?presence=ALL&tag=";
    }
}
