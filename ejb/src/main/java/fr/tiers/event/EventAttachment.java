package fr.tiers.event;

import fr.tiers.customfield.PersonalFields;
import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, delete, anonymise and export mean for the events of a tier. */
@ApplicationScoped
public class EventAttachment extends TableAttachment {

    private final PersonalFields personal;

    protected EventAttachment() {
        this(null, null);
    }

    @Inject
    public EventAttachment(Db db, PersonalFields personal) {
        super(db, "event", "event");
        this.personal = personal;
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        move("update event set version = version + 1, tier_id = :to where tier_id = :from", fromTierId, toTierId);
    }

    /** That there was a call stays; what was said goes, as nobody can tell whom the text names. */
    @Override
    public void anonymise(long tierId) {
        execute(
                """
                update event set version = version + 1, subject = '—', body = null, contact_id = null, phone = null, place = null,
                       online_link = null
                where tier_id = :tier and code is null
                """,
                tierId);
        execute(
                """
                delete from event_participant p using event e
                where e.id = p.event_id and e.tier_id = :tier and p.user_id is null
                """,
                tierId);
        personal.forget(EventFieldOwner.OBJECT, "o.tier_id = :tier", tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select type, subject, body, starts_at::text as starts_at, ends_at::text as ends_at, state, direction, minutes, phone, outcome,
                       place, online_link, due_on::text as due_on, priority, author, created_at::text as created_at,
                       (select concat_ws(' ', c.first_name, c.last_name) from contact c where c.id = event.contact_id) as contact,
                       (select string_agg(coalesce(p.name, p.email, concat_ws(' ', g.first_name, g.last_name)), ', ' order by p.id)
                        from event_participant p left join contact g on g.id = p.contact_id
                        where p.event_id = event.id and p.user_id is null) as participants, custom::text as custom
                from event where tier_id = :tier order by event.starts_at, id
                """,
                tierId,
                (name, rows) -> out.section(name, personal.told(EventFieldOwner.OBJECT, rows)));
    }
}
