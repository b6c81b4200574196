package fr.tiers.contact;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, delete, anonymise and export mean for the people at a tier. */
@ApplicationScoped
public class ContactAttachment extends TableAttachment {

    private final Db db;

    protected ContactAttachment() {
        this(null);
    }

    @Inject
    public ContactAttachment(Db db) {
        super(db, "contact", "contact_link");
        this.db = db;
    }

    /** A person who is known from another tier stays; one without any link left goes. */
    @Override
    public void delete(long tierId) {
        db.run(handle -> {
            var people = handle.createQuery("delete from contact_link where tier_id = :tierId returning contact_id")
                    .bind("tierId", tierId)
                    .mapTo(Long.class)
                    .set();
            handle.createUpdate(
                            """
                            delete from contact c
                            where c.id = any(:people) and not exists (select 1 from contact_link l where l.contact_id = c.id)
                            """)
                    .bindArray("people", Long.class, people)
                    .execute();
        });
    }

    /** A person known to both sides keeps one link, unless the two say different things: then both stay. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                with same as (
                    select f.id as from_id, t.id as to_id
                    from contact_link f join contact_link t on t.contact_id = f.contact_id and t.tier_id = :to
                    where f.tier_id = :from
                      and coalesce(t.role, f.role, '') = coalesce(f.role, t.role, '')
                      and coalesce(t.job_title, f.job_title, '') = coalesce(f.job_title, t.job_title, '')
                      and coalesce(t.job_family, f.job_family, '') = coalesce(f.job_family, t.job_family, '')
                      and lower(coalesce(t.email, f.email, '')) = lower(coalesce(f.email, t.email, ''))
                      and coalesce(digits(t.phone), digits(f.phone), '') = coalesce(digits(f.phone), digits(t.phone), '')
                      and t.from_date is not distinct from f.from_date and t.to_date is not distinct from f.to_date),
                gone as (delete from contact_link where id in (select from_id from same) returning *)
                update contact_link t set version = t.version + 1, role = coalesce(t.role, g.role),
                       job_title = coalesce(t.job_title, g.job_title), job_family = coalesce(t.job_family, g.job_family),
                       email = coalesce(t.email, g.email), phone = coalesce(t.phone, g.phone)
                from gone g join same s on s.from_id = g.id
                where t.id = s.to_id
                """,
                fromTierId,
                toTierId);
        move(
                """
                update contact_link set version = version + 1, tier_id = :to,
                       main = main and not exists (select 1 from contact_link m where m.tier_id = :to and m.main)
                where tier_id = :from
                """,
                fromTierId,
                toTierId);
        nameMain(toTierId);
    }

    /** Whoever is known from this tier only loses the name; whoever is known from elsewhere is no longer known from here. */
    @Override
    public void anonymise(long tierId) {
        var elsewhere = "exists (select 1 from contact_link o where o.contact_id = %s and o.tier_id <> :tier)";
        execute(
                "delete from contact_link l where l.tier_id = :tier and " + elsewhere.formatted("l.contact_id"),
                tierId);
        execute(
                """
                update contact c set version = version + 1, civility = null, first_name = null, last_name = '—'
                where c.id in (select contact_id from contact_link where tier_id = :tier)
                """,
                tierId);
        execute(
                """
                update contact_link set version = version + 1, email = null, phone = null, job_title = null, role = null
                where tier_id = :tier
                """,
                tierId);
        nameMain(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select c.civility, c.last_name, c.first_name, l.role, l.job_title, l.job_family, l.email, l.phone, l.main,
                       l.from_date::text as from_date, l.to_date::text as to_date
                from contact_link l join contact c on c.id = l.contact_id
                where l.tier_id = :tier order by l.id
                """,
                tierId,
                out);
    }

    private void nameMain(long tierId) {
        execute(
                """
                update contact_link set version = version + 1, main = true
                where id = (select min(id) from contact_link where tier_id = :tier)
                  and not exists (select 1 from contact_link where tier_id = :tier and main)
                """,
                tierId);
    }
}
