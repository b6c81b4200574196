package fr.tiers.contact;

import fr.tiers.customfield.PersonalFields;
import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What merge, delete, anonymise and export mean for the people at a tier. */
@ApplicationScoped
public class ContactAttachment extends TableAttachment {

    /** Links of one person to both tiers that do not contradict each other. */
    private static final String SAME =
            """
            with same as (
                select distinct on (f.id) f.id as from_id, t.id as to_id
                from contact_link f join contact_link t on t.contact_id = f.contact_id and t.tier_id = :to
                where f.tier_id = :from
                  and coalesce(t.role, f.role, '') = coalesce(f.role, t.role, '')
                  and coalesce(t.job_title, f.job_title, '') = coalesce(f.job_title, t.job_title, '')
                  and coalesce(t.job_family, f.job_family, '') = coalesce(f.job_family, t.job_family, '')
                  and coalesce(t.department, f.department, '') = coalesce(f.department, t.department, '')
                  and coalesce(t.decision_role, f.decision_role, '') = coalesce(f.decision_role, t.decision_role, '')
                  and lower(coalesce(t.email, f.email, '')) = lower(coalesce(f.email, t.email, ''))
                  and coalesce(digits(t.phone), digits(f.phone), '') = coalesce(digits(f.phone), digits(t.phone), '')
                  and coalesce(digits(t.mobile), digits(f.mobile), '') = coalesce(digits(f.mobile), digits(t.mobile), '')
                  and t.from_date is not distinct from f.from_date and t.to_date is not distinct from f.to_date
                order by f.id, t.id)
            """;

    private final Db db;
    private final MainContact main;
    private final PersonalFields personal;

    protected ContactAttachment() {
        this(null, null, null);
    }

    @Inject
    public ContactAttachment(Db db, MainContact main, PersonalFields personal) {
        super(db, "contact", "contact_link");
        this.db = db;
        this.main = main;
        this.personal = personal;
    }

    @Override
    public Set<String> tables() {
        return Set.of("contact_link", "contact_default");
    }

    /** A person who is known from another tier stays; one without any link left goes. */
    @Override
    public void delete(long tierId) {
        execute("delete from contact_default where tier_id = :tier", tierId);
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
        settleDefaults(fromTierId, toTierId);
        // Whoever reported to the link that goes reports to the one that stays, which keeps its own superior: no circle
        // can arise.
        move(
                SAME
                        + "update contact_link x set reports_to = s.to_id, version = x.version + 1 from same s where x.reports_to = s.from_id",
                fromTierId,
                toTierId);
        move(
                SAME
                        + """
                        insert into contact_availability (link_id, weekday, from_time, to_time)
                        select s.to_id, a.weekday, a.from_time, a.to_time from contact_availability a join same s on s.from_id = a.link_id
                        where not exists (select 1 from contact_availability o where o.link_id = s.to_id)
                        on conflict do nothing
                        """,
                fromTierId,
                toTierId);
        move(
                SAME
                        + """
                        , gone as (delete from contact_link where id in (select from_id from same) returning *)
                        update contact_link t set version = t.version + 1, role = coalesce(t.role, g.role),
                               job_title = coalesce(t.job_title, g.job_title), job_family = coalesce(t.job_family, g.job_family),
                               department = coalesce(t.department, g.department),
                               decision_role = coalesce(t.decision_role, g.decision_role),
                               email = coalesce(t.email, g.email),
                               email_state = case when t.email_state = 'UNKNOWN' then g.email_state else t.email_state end,
                               email_state_at = case when t.email_state = 'UNKNOWN' then g.email_state_at else t.email_state_at end,
                               phone = coalesce(t.phone, g.phone),
                               mobile = coalesce(t.mobile, g.mobile), active = t.active or g.active
                        from gone g join same s on s.from_id = g.id
                        where t.id = s.to_id
                        """,
                fromTierId,
                toTierId);
        move(
                """
                with links as (
                    update contact_link set version = version + 1, tier_id = :to, synchronised = null,
                           main = main and not exists (select 1 from contact_link m where m.tier_id = :to and m.main)
                    where tier_id = :from)
                update contact_default set version = version + 1, tier_id = :to where tier_id = :from
                """,
                fromTierId,
                toTierId);
        main.settle(toTierId);
    }

    /** The survivor's choice of a usage stays; what it has not chosen is taken over, with the link that stays of two. */
    private void settleDefaults(long fromTierId, long toTierId) {
        move(
                """
                delete from contact_default t using contact_default f
                where t.tier_id = :to and t.link_id is null and f.tier_id = :from and f.usage = t.usage
                """,
                fromTierId,
                toTierId);
        move(
                """
                delete from contact_default f using contact_default t
                where f.tier_id = :from and t.tier_id = :to and t.usage = f.usage
                """,
                fromTierId,
                toTierId);
        move(
                SAME
                        + """
                        update contact_default d set link_id = s.to_id, tier_id = :to, version = d.version + 1
                        from same s where d.link_id = s.from_id
                        """,
                fromTierId,
                toTierId);
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
                update contact c set version = version + 1, civility = null, first_name = null, last_name = '—', birthday = null,
                       linkedin = null, facebook = null, x = null, notes = null, user_id = null, custodian_id = null
                where c.id in (select contact_id from contact_link where tier_id = :tier)
                """,
                tierId);
        execute(
                "delete from contact_photo where contact_id in (select contact_id from contact_link where tier_id = :tier)",
                tierId);
        execute(
                "delete from contact_tag where contact_id in (select contact_id from contact_link where tier_id = :tier)",
                tierId);
        execute(
                "delete from contact_availability where link_id in (select id from contact_link where tier_id = :tier)",
                tierId);
        execute(
                """
                update contact_link set version = version + 1, email = null, phone = null, mobile = null, job_title = null,
                       role = null, department = null, synchronised = null
                where tier_id = :tier
                """,
                tierId);
        personal.forget(
                ContactFieldOwner.OBJECT,
                "o.id in (select contact_id from contact_link where tier_id = :tier)",
                tierId);
        main.settle(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select c.civility, c.last_name, c.first_name, c.birthday::text as birthday, c.language, c.linkedin, c.facebook, c.x,
                       c.notes, c.do_not_call, c.do_not_email, c.active as person_active,
                       (select encode(f.data, 'base64') from contact_photo f where f.contact_id = c.id) as photo,
                       (select u.login from app_user u where u.id = c.user_id) as extranet_login,
                       l.role, l.job_title, l.job_family, l.department, l.decision_role, l.email, l.email_state, l.phone, l.mobile, l.main,
                       l.active, c.custom::text as custom, %s as tags, l.from_date::text as from_date, l.to_date::text as to_date,
                       (select concat_ws(' ', sc.first_name, sc.last_name) from contact_link s join contact sc on sc.id = s.contact_id
                        where s.id = l.reports_to) as reports_to,
                       (select string_agg(d.usage, ', ' order by d.usage) from contact_default d where d.link_id = l.id) as default_for,
                       (select string_agg(concat_ws(' ', a.weekday, a.from_time, a.to_time), ', ' order by a.weekday, a.from_time)
                        from contact_availability a where a.link_id = l.id) as availability
                from contact_link l join contact c on c.id = l.contact_id
                where l.tier_id = :tier order by l.id
                """
                        .formatted(ContactTagUse.TABLE.text("c.id")),
                tierId,
                (name, rows) -> out.section(name, personal.told(ContactFieldOwner.OBJECT, rows)));
    }
}
