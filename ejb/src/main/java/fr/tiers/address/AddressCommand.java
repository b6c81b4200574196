package fr.tiers.address;

import fr.tiers.address.site.OpeningSlot;
import fr.tiers.address.site.SiteChecks;
import fr.tiers.address.site.SiteData;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Records;
import fr.tiers.tier.identity.Siret;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything of an address that can be written.
 *
 * @param label how the users call it; the street or the town when left empty
 * @param line1 number and street (AFNOR XP Z10-011); lines 2 and 3 are complements
 * @param country ISO 3166-1 alpha-2; France when left empty
 * @param siret of the establishment there
 * @param usages BILLING, DELIVERY, HEAD_OFFICE, SITE
 * @param defaultFor the usages of which this is the tier's default while it is in use
 * @param latitude WGS 84, degrees; coordinates that are given are a pin no geocoding moves
 * @param from first day of use; always in use before when empty
 * @param to last day of use
 * @param siteContact whom to ask for on site
 * @param openingHours of the week; none when they are not known
 * @param site what it says as a site
 * @param custom values of custom fields by code
 */
public record AddressCommand(
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
        Map<String, Object> custom) {

    static final Set<String> USAGES = Set.of("BILLING", "DELIVERY", "HEAD_OFFICE", "SITE");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NOTE = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    public AddressCommand {
        line1 = Checks.trim(line1);
        line2 = Checks.trim(line2);
        line3 = Checks.trim(line3);
        postalCode = Checks.trim(postalCode);
        city = Checks.trim(city);
        country = Checks.trim(country) == null ? "FR" : country.strip();
        siret = Siret.normalise(siret);
        usages = usages == null ? List.of() : usages.stream().distinct().toList();
        defaultFor =
                defaultFor == null ? List.of() : defaultFor.stream().distinct().toList();
        phone = Checks.trim(phone);
        mobile = Checks.trim(mobile);
        fax = Checks.trim(fax);
        email = Checks.trim(email);
        website = withScheme(Checks.trim(website));
        accessCode = Checks.trim(accessCode);
        floor = Checks.trim(floor);
        parking = Checks.trim(parking);
        safety = Checks.trim(safety);
        siteContact = Checks.trim(siteContact);
        openingHours = openingHours == null ? List.of() : openingHours.stream().toList();
        site = site == null ? SiteData.NONE : site;
        // a value may be null: that empties the field
        custom = custom == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(custom));
        label = firstOf(Checks.trim(label), line1, city);
    }

    private static String firstOf(String... candidates) {
        return Stream.of(candidates).filter(text -> text != null).findFirst().orElse(null);
    }

    private static String withScheme(String website) {
        return website == null || website.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? website : "https://" + website;
    }

    /** @param checks collects what is wrong */
    void check(Checks checks) {
        boolean french = "FR".equals(country);
        checks.required("label", label)
                .text("label", label)
                .text("line1", line1)
                .text("line2", line2)
                .text("line3", line3)
                .text("postalCode", postalCode)
                .text("city", city)
                .oneOf("country", country, COUNTRIES)
                .holds(
                        !french || postalCode == null || postalCode.matches("[0-9]{5}"),
                        "postalCode",
                        "postal-code-shape")
                .holds(siret == null || Siret.isValid(siret), "siret", "siret-invalid", siret)
                .range("latitude", latitude, -90, 90)
                .range("longitude", longitude, -180, 180)
                .holds((latitude == null) == (longitude == null), "latitude", "both-coordinates")
                .holds(isUsual(from), "from", "wrong-type")
                .holds(isUsual(to), "to", "wrong-type")
                .period("to", from, to)
                .phone("phone", phone)
                .phone("mobile", mobile)
                .phone("fax", fax)
                .email("email", email)
                .text("website", website)
                .holds(
                        website == null || website.matches("(?i)https?://[^\\s<>\"]+\\.[^\\s<>\"]+"),
                        "website",
                        "url-shape")
                .text("accessCode", accessCode)
                .text("floor", floor)
                .text("parking", parking, LONGEST_NOTE)
                .text("safety", safety, LONGEST_NOTE)
                .text("siteContact", siteContact);
        usages.forEach(usage -> known(checks, "usages", usage));
        defaultFor.forEach(usage -> known(checks, "defaultFor", usage));
        defaultFor.stream()
                .filter(usage -> usage != null && USAGES.contains(usage))
                .forEach(usage -> checks.holds(usages.contains(usage), "defaultFor", "default-without-usage"));
        SiteChecks.check(checks, openingHours, site);
    }

    /** The same, in use from that day on. */
    AddressCommand startingOn(LocalDate day) {
        return Records.with(this, "from", day);
    }

    /** The same with these values of custom fields. */
    public AddressCommand withCustom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    private static void known(Checks checks, String field, String usage) {
        checks.holds(usage != null && USAGES.contains(usage), field, "unknown-value", usage);
    }

    /** Nothing that only a typing error makes, and nothing that the database has no date for. */
    static boolean isUsual(LocalDate day) {
        return day == null || !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
