package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Organisation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** From the codes, logins and numbers that a form or a program writes to the rows that a tier points to. */
@Dependent
class ReferenceResolver {

    @Inject
    private Db db;

    @Inject
    private Callers callers;

    @Inject
    private TierAccess access;

    @Inject
    private Organisation organisation;

    @Inject
    private AssignableUsers assignable;

    /** A creator whose tier would fall outside of what he or she sees puts it into the own unit. */
    void placeInStructure(TierData data) {
        var caller = callers.current();
        if (data.getSalesUnit() == null && !caller.seesAllTiers()) {
            organisation.firstUnitOf(caller.userId()).ifPresent(unit -> data.setSalesUnit(codeOfUnit(unit)));
        }
        if (data.getOwner() == null
                && data.getSalesUnit() != null
                && callers.current().hasAny(Role.SALES)
                && assignable.include(caller.login())) {
            data.setOwner(caller.login());
        }
    }

    /**
     * @param id of the tier that changes; null for a new one
     * @param ownerBefore may stay, even when nobody could choose him or her any more
     * @throws BusinessException INVALID at the field whose value is unknown, inactive or not the caller's to see
     */
    References resolve(TierData data, Long id, String ownerBefore) {
        checkTypes(data, id);
        if (data.getParent() != null) {
            checkParent(data.getParent(), id);
        }
        return new References(
                data.getSalesUnit() == null ? null : organisation.salesUnitId("salesUnit", data.getSalesUnit()),
                ownerId(data.getOwner(), ownerBefore),
                ids(data.getCompanies(), code -> organisation.companyId("companies", code)),
                ids(data.getAgencies(), code -> organisation.agencyId("agencies", code)));
    }

    private Long ownerId(String owner, String before) {
        if (owner == null) {
            return null;
        }
        return owner.equals(before) ? organisation.formerUserId("owner", owner) : assignable.id("owner", owner);
    }

    private static Set<Long> ids(List<String> codes, ToLongFunction<String> lookup) {
        return codes.stream().filter(Objects::nonNull).map(lookup::applyAsLong).collect(Collectors.toSet());
    }

    /** Only known types, and no newly given inactive one; what the tier already is may stay. */
    void checkTypes(TierData data, Long id) {
        var usable = db.steady(List.of("types", id == null ? -1 : id), handle -> handle.createQuery(
                        "select code from tier_type where active union select type_code from tier_function where tier_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .set());
        var unknown = data.getTypes().stream()
                .filter(type -> !usable.contains(type))
                .map(type -> new Violation("types", "unknown-reference", type))
                .toList();
        if (!unknown.isEmpty()) {
            throw BusinessException.invalid(unknown);
        }
    }

    private boolean isParent(long parent, Long id) {
        return id != null
                && db.call(handle -> handle.createQuery(
                                "select exists (select 1 from tier where id = :id and parent_id = :parent)")
                        .bind("id", id)
                        .bind("parent", parent)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The parent must be visible, or stay as it is, and not hang below this tier. */
    private void checkParent(long parent, Long id) {
        if (!access.sees(parent) && !isParent(parent, id)) {
            throw BusinessException.invalid("parent", "unknown-reference", parent);
        }
        if (id == null) {
            return;
        }
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('tier.parent'))"));
        boolean circle = db.call(handle -> handle.createQuery(
                        """
                        with recursive above as (
                            select :parent::bigint as id union select t.parent_id from tier t join above a on t.id = a.id)
                        select exists (select 1 from above where id = :id)
                        """)
                .bind("parent", parent)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
        if (circle) {
            throw BusinessException.invalid("parent", "circle", parent);
        }
    }

    private String codeOfUnit(long unit) {
        return db.steady(
                List.of("unit", unit), handle -> handle.createQuery("select code from sales_unit where id = :id")
                        .bind("id", unit)
                        .mapTo(String.class)
                        .one());
    }
}
