package fr.tiers.bulk;

import fr.tiers.kernel.Db;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says which agencies work with tiers. */
@ApplicationScoped
public class ChangeAgencies extends ChangePlaces {

    private static final String NOW =
            """
            select string_agg(p.code, ', ' order by p.code) from tier_agency w join agency p on p.id = w.agency_id where w.tier_id = t.id
            """;

    private final Organisation organisation;

    protected ChangeAgencies() {
        this(null, null, null);
    }

    @Inject
    public ChangeAgencies(Db db, TierService tiers, Organisation organisation) {
        super(db, tiers, "agencies", NOW, TierData::setAgencies);
        this.organisation = organisation;
    }

    @Override
    public String code() {
        return "CHANGE_AGENCIES";
    }

    @Override
    protected void requireKnown(String parameter, String code) {
        organisation.agencyId(parameter, code);
    }
}
