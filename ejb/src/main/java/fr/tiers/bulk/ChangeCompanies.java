package fr.tiers.bulk;

import fr.tiers.kernel.Db;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says which companies work with tiers. */
@ApplicationScoped
public class ChangeCompanies extends ChangePlaces {

    private static final String NOW =
            """
            select string_agg(p.code, ', ' order by p.code) from tier_company w join company p on p.id = w.company_id where w.tier_id = t.id
            """;

    private final Organisation organisation;

    protected ChangeCompanies() {
        this(null, null, null);
    }

    @Inject
    public ChangeCompanies(Db db, TierService tiers, Organisation organisation) {
        super(db, tiers, "companies", NOW, TierData::setCompanies);
        this.organisation = organisation;
    }

    @Override
    public String code() {
        return "CHANGE_COMPANIES";
    }

    @Override
    protected void requireKnown(String parameter, String code) {
        organisation.companyId(parameter, code);
    }
}
