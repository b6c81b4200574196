package fr.tiers.contact;

import fr.tiers.history.PastTable;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The contacts of a tier, for a look at a past day. */
@ApplicationScoped
public class ContactPast extends PastTable {

    protected ContactPast() {
        this(null);
    }

    @Inject
    public ContactPast(Db db) {
        super(
                db,
                "contact",
                """
                select l.id, c.civility, c.last_name as "lastName", c.first_name as "firstName", l.email, l.phone, l.role,
                       l.job_title as "jobTitle", l.job_family as "jobFamily", l.main::text as main, l.from_date as "from",
                       l.to_date as "to"
                from contact_link l join contact c on c.id = l.contact_id
                where l.tier_id = :tier and (cast(:id as bigint) is null or l.id = :id) order by l.id
                """);
    }
}
