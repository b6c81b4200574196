package fr.tiers.contact;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** The people at a tier. As soon as a tier has contacts, exactly one of them is the main one. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING})
public class Contacts {

    private static final String SELECT =
            """
            select l.id, l.contact_id, c.civility, c.last_name, c.first_name, l.email, l.phone, l.role, l.job_title, l.job_family,
                   l.main, l.from_date, l.to_date
            from contact_link l join contact c on c.id = l.contact_id
            """;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    /** @return the main contact first, then by name */
    @PermitAll
    public List<ContactLinkView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        SELECT + " where l.tier_id = :tierId order by l.main desc, fold(c.last_name), l.id")
                .bind("tierId", tierId)
                .map((row, context) -> view(row))
                .list());
    }

    /**
     * @return the new link
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see
     */
    public ContactLinkView add(long tierId, ContactCommand command) {
        access.requireEditable(tierId);
        command.check();
        // Two first contacts at once: the second waits here and finds a main one.
        db.run(handle -> handle.execute("select 1 from tier where id = ? for no key update", tierId));
        boolean main = command.main() || !hasMain(tierId);
        if (main) {
            db.run(handle -> handle.execute(
                    "update contact_link set main = false, version = version + 1 where tier_id = ? and main", tierId));
        }
        long id = link(tierId, person(command), command, main);
        history.created(authors.current(), "contact", id, tierId);
        return db.call(handle -> handle.createQuery(SELECT + " where l.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .one());
    }

    private boolean hasMain(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from contact_link where tier_id = :tierId and main)")
                .bind("tierId", tierId)
                .mapTo(Boolean.class)
                .one());
    }

    private long person(ContactCommand command) {
        if (command.contactId() != null) {
            return knownPerson(command.contactId());
        }
        return db.call(handle -> handle.createQuery(
                        """
                        insert into contact (civility, last_name, first_name, created_at)
                        values (:civility, :lastName, :firstName, :now) returning id
                        """)
                .bindMethods(command)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    /** A person the caller knows from some tier; anybody else does not exist for this caller. */
    private long knownPerson(long contactId) {
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                        .bind(handle.createQuery(
                                "select l.contact_id from contact_link l join tier t on t.id = l.tier_id where l.contact_id = :id and "
                                        + visibility.predicate("t") + " limit 1"))
                        .bind("id", contactId)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("contactId", "unknown-reference", contactId));
    }

    private long link(long tierId, long contactId, ContactCommand command, boolean main) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into contact_link (contact_id, tier_id, role, job_title, job_family, email, phone, main, from_date, to_date)
                        values (:person, :tierId, :role, :jobTitle, :jobFamily, :email, :phone, :isMain, :from, :to) returning id
                        """)
                .bindMethods(command)
                .bind("person", contactId)
                .bind("tierId", tierId)
                .bind("isMain", main)
                .mapTo(Long.class)
                .one());
    }

    private static ContactLinkView view(ResultSet row) throws SQLException {
        return new ContactLinkView(
                row.getLong("id"),
                row.getLong("contact_id"),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("role"),
                row.getString("job_title"),
                row.getString("job_family"),
                row.getBoolean("main"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class));
    }
}
