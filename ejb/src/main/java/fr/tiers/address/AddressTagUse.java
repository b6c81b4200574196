package fr.tiers.address;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tag.TagChange;
import fr.tiers.tag.TagTable;
import fr.tiers.tag.TagUse;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Addresses and sites wear tags. They are the company's own notes: an extranet user does not get them. */
@ApplicationScoped
public class AddressTagUse implements TagUse {

    public static final String OBJECT = "ADDRESS";

    static final TagTable TABLE = new TagTable(OBJECT, "address_tag", "address_id");

    private final Db db;
    private final TierAccess access;
    private final Callers callers;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected AddressTagUse() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public AddressTagUse(
            Db db, TierAccess access, Callers callers, History history, Authors authors, Event<TierTouched> touched) {
        this.db = db;
        this.access = access;
        this.callers = callers;
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
        if (callers.current().has(Role.EXTRANET) || !access.sees(tierOf(id))) {
            throw BusinessException.notFound("address", id);
        }
    }

    @Override
    public void requireEditable(long id) {
        requireVisible(id);
        access.require(tierOf(id), Action.EDIT);
    }

    @Override
    public void changed(long id, TagChange change) {
        db.run(handle -> handle.execute("update address set version = version + 1 where id = ?", id));
        long tierId = tierOf(id);
        history.updated(authors.current(), "address", id, tierId, change.valuesBefore(), change.valuesAfter());
        touched.fire(new TierTouched(tierId));
    }

    private long tierOf(long id) {
        return db.call(handle -> handle.createQuery("select tier_id from address where id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("address", id));
    }
}
