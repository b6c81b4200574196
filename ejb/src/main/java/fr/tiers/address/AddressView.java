package fr.tiers.address;

import fr.tiers.address.site.HolidayRegion;
import fr.tiers.address.site.Opening;
import fr.tiers.address.site.OpeningRules;
import fr.tiers.address.site.OpeningSlot;
import fr.tiers.address.site.SiteData;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.tag.TagChange;
import java.io.Serializable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A further address of a tier.
 *
 * @param tier id of the tier
 * @param usages BILLING, DELIVERY, HEAD_OFFICE, SITE
 * @param defaultFor the usages of which this is the tier's default while it is in use
 * @param geocodingState PENDING, FOUND, NOT_FOUND, FAILED (tried again later), MANUAL (a pin set by hand), GIVEN (came with the data), ABROAD
 *     (not looked for); null when there is neither town nor postal code
 * @param geocodingScore 0 to 1
 * @param geocodingType housenumber, street, locality or municipality
 * @param to last day of use; an address that is left is ended, not overwritten
 * @param custom values of custom fields by code
 * @param tags labels
 */
public record AddressView(
        long id,
        long version,
        long tier,
        String label,
        String line1,
        String line2,
        String line3,
        String postalCode,
        String city,
        String country,
        String siret,
        List<String> usages,
        List<String> defaultFor,
        Double latitude,
        Double longitude,
        String geocodingState,
        Double geocodingScore,
        String geocodingType,
        LocalDate from,
        LocalDate to,
        String phone,
        String mobile,
        String fax,
        String email,
        String website,
        String accessCode,
        String floor,
        String parking,
        String safety,
        String siteContact,
        List<OpeningSlot> openingHours,
        SiteData site,
        Map<String, Object> custom,
        List<String> tags)
        implements Serializable {

    static AddressView of(ResultSet row) throws SQLException {
        return new AddressView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("tier_id"),
                row.getString("label"),
                row.getString("line1"),
                row.getString("line2"),
                row.getString("line3"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("country"),
                row.getString("siret"),
                texts(row.getArray("usages")),
                texts(row.getArray("default_for")),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("geocoding_state"),
                row.getObject("geocoding_score", Double.class),
                row.getString("geocoding_type"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("fax"),
                row.getString("email"),
                row.getString("website"),
                row.getString("access_code"),
                row.getString("floor"),
                row.getString("parking"),
                row.getString("safety"),
                row.getString("site_contact"),
                SiteMapping.hours(row),
                SiteMapping.site(row),
                FieldJson.values(row.getString("custom")),
                texts(row.getArray("tags")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The same to those who are not to read what the company notes for itself. */
    AddressView withoutNotes() {
        return Records.with(Records.with(this, "custom", Map.of()), "tags", List.of());
    }

    /** What can be written again. */
    public AddressCommand toCommand() {
        return Records.like(this, AddressCommand.class);
    }

    /** As people call it: the usual name of a site, else the label. */
    public String name() {
        return site.name() == null ? label : site.name();
    }

    /** Whose public holidays are kept there; null abroad. */
    public HolidayRegion region() {
        return site.holidayRegion() == null
                ? HolidayRegion.of(country, postalCode)
                : HolidayRegion.valueOf(site.holidayRegion());
    }

    /** Whether the place is open at a moment, by its own clock. */
    public Opening opening(Instant at) {
        var zone = region() == null ? ClockProducer.ZONE : region().zone();
        return OpeningRules.at(LocalDateTime.ofInstant(at, zone), from, to, openingHours, site, region());
    }

    /** Whether it was left before this day. */
    public boolean isFormer(LocalDate today) {
        return to != null && to.isBefore(today);
    }

    /** The fields as the change log keeps them. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("label", label);
        values.put("line1", line1);
        values.put("line2", line2);
        values.put("line3", line3);
        values.put("postalCode", postalCode);
        values.put("city", city);
        values.put("country", country);
        values.put("siret", siret);
        values.put("usages", String.join(", ", usages));
        values.put("defaultFor", String.join(", ", defaultFor));
        values.put("latitude", latitude);
        values.put("longitude", longitude);
        values.put("from", from);
        values.put("to", to);
        values.put("phone", phone);
        values.put("mobile", mobile);
        values.put("fax", fax);
        values.put("email", email);
        values.put("website", website);
        values.put("accessCode", accessCode);
        values.put("floor", floor);
        values.put("parking", parking);
        values.put("safety", safety);
        values.put("siteContact", siteContact);
        values.put("openingHours", SiteMapping.words(openingHours));
        values.put("site.name", site.name());
        values.put("site.technician", site.technician());
        values.put("site.holidayRegion", site.holidayRegion());
        values.put("site.closedOnHolidays", site.closedOnHolidays());
        values.put("site.exceptions", SiteMapping.exceptionWords(site.exceptions()));
        values.put("site.habilitations", SiteMapping.habilitationWords(site.habilitations()));
        values.put(TagChange.FIELD, TagChange.words(tags));
        values.putAll(CustomFields.texts(custom));
        return values;
    }
}
