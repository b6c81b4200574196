package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Set;

/**
 * Makes a prospect of a suspect, a customer of either. One way: there is no service for the way back. Doing it twice changes nothing.
 */
@Stateless
@PermitAll
public class Conversion {

    private static final Set<String> TARGETS = Set.of(OneWay.PROSPECT, OneWay.CUSTOMER);

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    TierReader reader;

    @Inject
    TierService tiers;

    @Inject
    FunctionChange functions;

    /** @param changed false when it was one already */
    public record Converted(TierView tier, boolean changed) {}

    /**
     * @param version what the caller last read, null for whatever it is now
     * @param to PROSPECT or CUSTOMER
     * @throws BusinessException REFUSED {@code tier-conversion-one-way} or {@code tier-prospect-one-way} for the way back,
     *     {@code tier-not-a-prospect} for what was neither suspect nor prospect; STALE
     */
    public Converted convert(long id, Long version, String to) {
        new Checks()
                .required("to", to)
                .oneOf("to", to, Set.of(OneWay.SUSPECT, OneWay.PROSPECT, OneWay.CUSTOMER))
                .refuse();
        access.require(id, Action.CONVERT);
        // Two conversions at once: the second waits here, then finds that there is nothing left to do.
        db.run(handle -> handle.execute("select 1 from tier where id = ? for no key update", id));
        var tier = reader.get(id);
        if (version != null && version != tier.version()) {
            throw BusinessException.stale("tier", id);
        }
        var has = functions.functions(tier.types());
        var wanted = new ArrayList<>(tier.types());
        if (!TARGETS.contains(to)) {
            refuseWayBack(tier, has);
            return new Converted(tier, false);
        }
        if (OneWay.PROSPECT.equals(to) && has.contains(OneWay.CUSTOMER)) {
            throw new BusinessException(Kind.REFUSED, "tier-conversion-one-way", tier.name());
        }
        if (has.contains(to)) {
            return new Converted(tier, false);
        }
        wanted.add(typeOf(to));
        var after = functions.admit(tier, wanted);
        if (!has.contains(OneWay.SUSPECT) && !has.contains(OneWay.PROSPECT)) {
            throw new BusinessException(Kind.REFUSED, "tier-not-a-prospect", tier.name());
        }
        return new Converted(tiers.changeTypes(id, tier.version(), after), true);
    }

    private static void refuseWayBack(TierView tier, Set<String> has) {
        if (has.contains(OneWay.CUSTOMER)) {
            throw new BusinessException(Kind.REFUSED, "tier-conversion-one-way", tier.name());
        }
        if (has.contains(OneWay.PROSPECT)) {
            throw new BusinessException(Kind.REFUSED, "tier-prospect-one-way", tier.name());
        }
        if (!has.contains(OneWay.SUSPECT)) {
            throw new BusinessException(Kind.REFUSED, "tier-not-a-prospect", tier.name());
        }
    }

    /** The type that stands for a function: the default one, else the first in the administrator's order. */
    private String typeOf(String function) {
        return db.call(handle -> handle.createQuery(
                                """
                                select code from tier_type where function = :function and active
                                order by is_default desc, position, code limit 1
                                """)
                        .bind("function", function)
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> new BusinessException(Kind.REFUSED, "tier-function-without-type", function));
    }
}
