package fr.tiers.bulk;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives tiers types and takes others away; the one-way rules of suspect, prospect and customer hold for each. */
@ApplicationScoped
public class ChangeTypes extends ChangePlaces {

    private static final String NOW =
            """
            select string_agg(w.type_code, ', ' order by w.type_code) from tier_function w where w.tier_id = t.id
            """;

    private final Db db;

    protected ChangeTypes() {
        this(null, null);
    }

    @Inject
    public ChangeTypes(Db db, TierService tiers) {
        super(db, tiers, "types", NOW, TierData::setTypes);
        this.db = db;
    }

    @Override
    public String code() {
        return "CHANGE_TYPES";
    }

    @Override
    protected void requireKnown(String parameter, String code) {
        boolean known =
                db.call(handle -> handle.createQuery("select exists (select 1 from tier_type where code = :code)")
                        .bind("code", code)
                        .mapTo(Boolean.class)
                        .one());
        if (!known) {
            throw BusinessException.invalid(parameter, "unknown-reference", code);
        }
    }

    @Override
    protected void store(TierService service, TierView before, TierData data) {
        service.changeTypes(before.id(), before.version(), data.getTypes());
    }
}
