package fr.tiers.address;

import fr.tiers.customfield.PersonalFields;
import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What merge, delete, anonymise and export mean for further addresses. */
@ApplicationScoped
public class AddressAttachment extends TableAttachment {

    private final PersonalFields personal;

    protected AddressAttachment() {
        this(null, null);
    }

    @Inject
    public AddressAttachment(Db db, PersonalFields personal) {
        super(db, "address", "address");
        this.personal = personal;
    }

    /** The position of a tier's main address lives and dies with the tier, its addresses' with them. */
    @Override
    public Set<String> tables() {
        return Set.of("address", "geocoding");
    }

    /** An address that the other tier has already, in use over the same time and saying no more, is not moved a second time. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                delete from address f using address t
                where f.tier_id = :from and t.tier_id = :to
                  and (fold(f.label), fold(concat_ws('/', f.line1, f.line2, f.line3, f.postal_code, f.city, f.country)))
                    = (fold(t.label), fold(concat_ws('/', t.line1, t.line2, t.line3, t.postal_code, t.city, t.country)))
                  and (f.siret, f.usages, f.from_date, f.to_date)
                    is not distinct from (t.siret, t.usages, t.from_date, t.to_date)
                  and concat_ws('/', f.phone, f.mobile, f.fax, f.email, f.website, f.access_code, f.floor, f.parking, f.safety,
                                f.site_contact)
                    in ('', concat_ws('/', t.phone, t.mobile, t.fax, t.email, t.website, t.access_code, t.floor, t.parking, t.safety,
                                      t.site_contact))
                  and t.custom @> f.custom and f.site_name is null and f.technician_id is null
                  and not exists (select 1 from address_opening o where o.address_id = f.id)
                  and not exists (select 1 from address_exception e where e.address_id = f.id)
                  and not exists (select 1 from address_habilitation h where h.address_id = f.id)
                  and not exists (select 1 from address_grant g where g.address_id = f.id)
                  and not exists (select 1 from event e where e.address_id = f.id)
                  and not exists (select tag_id from address_tag w where w.address_id = f.id
                                  except select tag_id from address_tag w where w.address_id = t.id)
                """,
                fromTierId,
                toTierId);
        // A default of the survivor stays one; what is moved keeps only those the survivor has none for at that time.
        move(
                """
                update address f set version = version + 1, tier_id = :to,
                       default_for = array(
                           select usage from unnest(f.default_for) as usage
                           where not exists (
                               select 1 from address t
                               where t.tier_id = :to and usage = any(t.default_for)
                                 and daterange(t.from_date, t.to_date, '[]') && daterange(f.from_date, f.to_date, '[]')))
                where f.tier_id = :from
                """,
                fromTierId,
                toTierId);
    }

    /** The town stays, for statistics; what leads to a door goes. */
    @Override
    public void anonymise(long tierId) {
        execute(
                """
                update address set version = version + 1, label = coalesce(city, '—'), line1 = null, line2 = null, line3 = null,
                       siret = null, latitude = null, longitude = null, phone = null, mobile = null, fax = null, email = null,
                       website = null, access_code = null, floor = null, parking = null, safety = null, site_contact = null,
                       site_name = null
                where tier_id = :tier
                """,
                tierId);
        execute("delete from address_tag where address_id in (select id from address where tier_id = :tier)", tierId);
        personal.forget(AddressFieldOwner.OBJECT, "o.tier_id = :tier", tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select label, line1, line2, line3, postal_code, city, country, siret,
                       array_to_string(usages, ', ') as usages, array_to_string(default_for, ', ') as default_for, latitude, longitude,
                       from_date::text as from_date, to_date::text as to_date, phone, mobile, fax, email, website, access_code, floor,
                       parking, safety, site_contact, site_name, custom::text as custom, %s as tags
                from address a where tier_id = :tier order by id
                """
                        .formatted(AddressTagUse.TABLE.text("a.id")),
                tierId,
                (name, rows) -> out.section(name, personal.told(AddressFieldOwner.OBJECT, rows)));
    }
}
