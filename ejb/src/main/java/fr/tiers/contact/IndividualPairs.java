package fr.tiers.contact;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Private persons' tiers and the contacts that stand for them: what both say, and what they said when they last agreed. */
@ApplicationScoped
public class IndividualPairs {

    private final Db db;

    protected IndividualPairs() {
        this(null);
    }

    @Inject
    public IndividualPairs(Db db) {
        this.db = db;
    }

    /**
     * The contact that stands for a tier.
     *
     * @param print what both said when they last agreed
     */
    record Pair(long linkId, String print) {}

    /** What the tier says, when it is a private person. */
    Optional<Identity> individual(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select civility, coalesce(last_name, name) as last_name, first_name, email, phone, mobile
                        from tier where id = :id and kind = 'INDIVIDUAL'
                        """)
                .bind("id", tierId)
                .map((row, context) -> new Identity(
                        row.getString("civility"),
                        row.getString("last_name"),
                        row.getString("first_name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("mobile")))
                .findOne());
    }

    /** @return those that are private persons */
    List<Long> individuals(List<Long> tierIds) {
        return db.call(handle -> handle.createQuery(
                        "select id from tier where id = any(:ids) and kind = 'INDIVIDUAL' order by id")
                .bindArray("ids", Long.class, tierIds)
                .mapTo(Long.class)
                .list());
    }

    Optional<Pair> pair(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select id, synchronised from contact_link where tier_id = :tierId and synchronised is not null
                        order by main desc, id limit 1
                        """)
                .bind("tierId", tierId)
                .map((row, context) -> new Pair(row.getLong("id"), row.getString("synchronised")))
                .findOne());
    }

    void agree(long linkId, Identity both) {
        db.run(handle -> handle.execute("update contact_link set synchronised = ? where id = ?", both.print(), linkId));
    }

    /** Somebody who was taken away on purpose does not come back by himself. */
    boolean hadContacts(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from history_entry where tier_id = :tierId and entity = 'contact')")
                .bind("tierId", tierId)
                .mapTo(Boolean.class)
                .one());
    }
}
