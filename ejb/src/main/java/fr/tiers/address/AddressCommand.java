package fr.tiers.address;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.tier.identity.Siret;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address to add to a tier.
 *
 * @param label how the users call it; the street or the town when left empty
 * @param country ISO 3166-1 alpha-2; France when left empty
 * @param siret of the establishment there
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
        Double latitude,
        Double longitude,
        LocalDate from,
        LocalDate to) {

    static final Set<String> USAGES = Set.of("BILLING", "DELIVERY", "HEAD_OFFICE", "SITE");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public AddressCommand {
        line1 = Checks.trim(line1);
        line2 = Checks.trim(line2);
        line3 = Checks.trim(line3);
        postalCode = Checks.trim(postalCode);
        city = Checks.trim(city);
        country = Checks.trim(country) == null ? "FR" : country.strip();
        siret = Siret.normalise(siret);
        usages = usages == null ? List.of() : usages.stream().distinct().toList();
        label = firstOf(Checks.trim(label), line1, city);
    }

    private static String firstOf(String... candidates) {
        return Stream.of(candidates).filter(text -> text != null).findFirst().orElse(null);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        boolean french = "FR".equals(country);
        var checks = new Checks()
                .required("label", label)
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
                .period("to", from, to);
        usages.forEach(
                usage -> checks.holds(usage != null && USAGES.contains(usage), "usages", "unknown-value", usage));
        checks.refuse();
    }
}
