package fr.tiers.contact;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.history.History;
import fr.tiers.history.PastTable;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The contacts of a tier, for a look at a past day: what the link says and what the person says. */
@ApplicationScoped
public class ContactPast extends PastTable {

    private final ContactRows contacts;

    protected ContactPast() {
        this(null, null);
    }

    /** The names are those of {@link ContactRows#values(PersonCommand)}. */
    @Inject
    public ContactPast(Db db, ContactRows contacts) {
        super(
                db,
                "contact",
                """
                select l.id, c.civility, c.last_name as "lastName", c.first_name as "firstName", c.birthday, c.language, c.linkedin,
                       c.facebook, c.x, c.notes, c.do_not_call::text as "doNotCall", c.do_not_email::text as "doNotEmail",
                       c.active::text as "personActive", u.login as "extranetLogin",
                       (select left(f.sha256, 12) from contact_photo f where f.contact_id = c.id) as photo,
                       (select 'true' from contact_default d where d.link_id = l.id and d.usage = 'BILLING') as "default.BILLING",
                       (select 'true' from contact_default d where d.link_id = l.id and d.usage = 'DELIVERY') as "default.DELIVERY",
                       (select 'true' from contact_default d where d.link_id = l.id and d.usage = 'FOLLOW_UP') as "default.FOLLOW_UP",
                       (select 'true' from contact_default d where d.link_id = l.id and d.usage = 'LEGAL') as "default.LEGAL",
                       %s as tags, c.custom
                from contact_link l join contact c on c.id = l.contact_id left join app_user u on u.id = c.user_id
                where l.tier_id = :tier and (cast(:id as bigint) is null or l.id = :id) order by l.id
                """
                        .formatted(ContactTagUse.TABLE.text("c.id")));
        this.contacts = contacts;
    }

    @Override
    public Map<Long, Map<String, String>> rows(long tierId, Long id) {
        var rows = super.rows(tierId, id);
        rows.values().forEach(person -> person.putAll(CustomFields.texts(FieldJson.values(person.remove("custom")))));
        for (var link : contacts.ofTier(tierId)) {
            var person = rows.get(link.id());
            if (person != null) {
                person.putAll(History.texts(ContactRows.values(link)));
            }
        }
        return rows;
    }
}
