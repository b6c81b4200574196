package fr.tiers.tier;

import fr.tiers.history.Source;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a tier must say because an administrator wants it of its type. Asked when a tier is created or edited, by whatever path; a tier
 * that was there before the rule is read as it is, and converted.
 */
@ApplicationScoped
public class RequiredFields {

    /** What can be made required, in the order of the form. */
    public static final List<String> CHOICE = List.of(
            "tradeName",
            "siret",
            "siren",
            "vatNumber",
            "legalForm",
            "apeCode",
            "headcount",
            "turnover",
            "foundedOn",
            "sector",
            "phone",
            "mobile",
            "email",
            "website",
            "address.line1",
            "address.postalCode",
            "address.city",
            "salesUnit",
            "owner",
            "agencies",
            "group",
            "distributionType",
            "paymentTerms");

    /** Fields that the form of a private person or a household does not have. */
    private static final Set<String> OF_COMPANIES = Set.of(
            "siret", "siren", "vatNumber", "legalForm", "apeCode", "headcount", "turnover", "foundedOn", "sector");

    /** Whoever corrects a person does not edit the tier that follows by itself. */
    private static final String FOLLOWING = "CONTACT";

    private final Db db;
    private final Source source;

    protected RequiredFields() {
        this(null, null);
    }

    @Inject
    public RequiredFields(Db db, Source source) {
        this.db = db;
        this.source = source;
    }

    /** @return in the order of the form */
    public List<String> of(TierData data) {
        var types = data.getTypes().stream().filter(Objects::nonNull).toList();
        if (types.isEmpty()) {
            return List.of();
        }
        var wanted = db.steady(List.of("required", types), handle -> handle.createQuery(
                        "select distinct unnest(required_fields) from tier_type where code = any(:types)")
                .bindArray("types", String.class, types)
                .mapTo(String.class)
                .set());
        boolean company = "COMPANY".equals(data.getKind());
        return CHOICE.stream()
                .filter(wanted::contains)
                .filter(field -> company || !OF_COMPANIES.contains(field))
                .toList();
    }

    void check(TierData data, Checks checks) {
        if (!FOLLOWING.equals(source.name())) {
            of(data).forEach(field -> checks.holds(!TierFields.text(data, field).isEmpty(), field, "required"));
        }
    }
}
