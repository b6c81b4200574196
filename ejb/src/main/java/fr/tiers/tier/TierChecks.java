package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.CustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a tier may be written as it is meant: one for single saves, rehearsals and many at once. */
@Dependent
class TierChecks {

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    @Inject
    private TierAccess access;

    @Inject
    private ReferenceResolver references;

    @Inject
    private FunctionChange functions;

    @Inject
    private CustomFields customFields;

    @Inject
    private RequiredFields required;

    @Inject
    private Duplicates duplicates;

    @Inject
    @Any
    private Instance<TierAttachment> attachments;

    /** What a tier is written with once everything about it was found right. */
    record Checked(Map<String, Object> custom, References references) {}

    Checked ofNew(TierData data) {
        access.require(Action.CREATE);
        TierRules.normalise(data);
        references.placeInStructure(data);
        customFields.defaults(TierFieldOwner.OBJECT).forEach((code, value) -> {
            if (!data.getCustom().containsKey(code)) {
                data.getCustom().put(code, value);
            }
        });
        var custom = check(data, null, Map.of());
        var resolved = references.resolve(data, null, null);
        access.requirePlacement(resolved.salesUnitId(), resolved.ownerId(), resolved.agencies());
        return new Checked(custom, resolved);
    }

    Checked ofChange(TierView before, TierData data) {
        long id = before.id();
        TierRules.normalise(data);
        if (data.getCode() == null) {
            data.setCode(before.code());
        }
        var custom = check(data, id, before.custom());
        if (!data.getCode().equals(before.code())) {
            throw BusinessException.invalid("code", "immutable", before.code());
        }
        requireFurtherRights(id, before, data);
        checkKind(before, data);
        var resolved = references.resolve(data, id, before.owner());
        data.setTypes(functions.admit(before, data.getTypes()));
        return new Checked(custom, resolved);
    }

    /** Who is in charge and whether orders are suspended are rights of their own. */
    private void requireFurtherRights(long id, TierView before, TierData data) {
        if (!Objects.equals(data.getOwner(), before.owner())) {
            access.require(id, Action.ASSIGN);
        }
        if (data.isBlocked() != before.blocked() || data.isUnderWatch() != before.underWatch()) {
            access.require(id, Action.BLOCK);
        }
    }

    /** Invoices were made out to the company with this SIRET: it does not become a person afterwards. */
    private void checkKind(TierView before, TierData data) {
        boolean leavesCompany = "COMPANY".equals(before.kind()) && !"COMPANY".equals(data.getKind());
        if (leavesCompany
                && before.siret() != null
                && attachments.stream().anyMatch(a -> a.blocksDeletion(before.id()))) {
            throw BusinessException.invalid("kind", "kind-has-documents");
        }
    }

    /** @return the custom values as they are to be kept */
    private Map<String, Object> check(TierData data, Long id, Map<String, Object> before) {
        var checks = new Checks();
        var context = new CustomFields.Context(id, TierFieldOwner.facts(data), before);
        var custom = customFields.check(TierFieldOwner.OBJECT, data.getCustom(), context, checks);
        required.check(data, checks);
        try {
            TierRules.check(data, LocalDate.now(clock));
        } catch (BusinessException e) {
            throw BusinessException.invalid(Stream.concat(e.violations().stream(), checks.violations().stream())
                    .toList());
        }
        checks.refuse();
        return custom;
    }

    /** @return those with the same SIRET, when somebody has said why there may be another */
    List<DuplicateCandidate> duplicates(TierData data, DuplicateConsent consent) {
        if (data.getSiret() != null) {
            // Two creations of the same establishment at once: the second waits here, then sees the first.
            db.run(handle -> handle.execute(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))", "tier.siret:" + data.getSiret()));
        } else if (!consent.asksMore()) {
            return List.of();
        }
        var found = duplicates.of(data, null);
        var refused = found.stream().filter(consent::refuses).toList();
        if (!refused.isEmpty()) {
            throw new DuplicateException(refused);
        }
        var same = found.stream().filter(DuplicateCandidate::sameSiret).toList();
        new Checks()
                .holds(same.isEmpty() || consent.reason() != null, "duplicateReason", "duplicate-reason-required")
                .text("duplicateReason", consent.reason())
                .refuse();
        return same;
    }
}
