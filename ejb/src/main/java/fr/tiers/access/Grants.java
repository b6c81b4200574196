package fr.tiers.access;

import fr.tiers.access.Grant.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Everything that may open a tier to a caller. {@link Visibility} joins the conditions with "or", {@link AccessExplanation} asks each by
 * itself: both speak of the same expressions, so the explanation cannot differ from the rule.
 */
final class Grants {

    /** True also of a tier that an outer join has not found: what is about no tier is for those who see all. */
    private static final String NOT_CONFIDENTIAL = "%1$s.confidential is not true";

    /** Those whose condition looks at the tier's id. */
    private static final Set<Reason> NAMING =
            Set.of(Reason.AGENCY, Reason.COLLABORATOR, Reason.REPRESENTATIVE, Reason.EXTRANET);

    private final Caller caller;

    Grants(Caller caller) {
        this.caller = caller;
    }

    /** @param tier alias of the table {@code tier} in the query */
    List<Grant> of(String tier) {
        // Sub-selects that do not depend on the row are evaluated once per query, and their result is looked up by
        // index.
        if (caller.has(Role.EXTRANET)) {
            return List.of(grant(
                    tier,
                    Reason.EXTRANET,
                    "%1$s.id = any(array(select g.tier_id from extranet_grant g where g.user_id = :callerId))",
                    "null::text"));
        }
        var grants = new ArrayList<Grant>();
        // Whoever reaches all does so through the roles: named in Java.
        grants.add(grant(tier, Reason.ALL, caller.has(Role.ADMINISTRATOR) ? "true" : NOT_CONFIDENTIAL, "null::text"));
        grants.add(
                grant(
                        tier,
                        Reason.STRUCTURE,
                        "%1$s.sales_unit_id = any(:callerUnits) and " + NOT_CONFIDENTIAL,
                        """
                (with recursive up as (
                     select s.id, s.parent_id, s.name from sales_unit s where s.id = %1$s.sales_unit_id
                     union select s.id, s.parent_id, s.name from sales_unit s join up on s.id = up.parent_id)
                 select string_agg(up.name, ', ') from up
                 join app_user_sales_unit a on a.sales_unit_id = up.id and a.user_id = :callerId)"""));
        // An agency may have very many tiers: "exists" leaves PostgreSQL the choice of one look into the index or a
        // hash.
        grants.add(
                grant(
                        tier,
                        Reason.AGENCY,
                        "exists (select 1 from tier_agency y where y.tier_id = %1$s.id and y.agency_id = any(:callerAgencies)) and "
                                + NOT_CONFIDENTIAL,
                        """
                (select string_agg(a.name, ', ' order by a.name) from tier_agency y join agency a on a.id = y.agency_id
                 where y.tier_id = %1$s.id and a.id = any(:callerAgencies))"""));
        grants.add(grant(tier, Reason.OWNER, "%1$s.owner_id = :callerId", "null::text"));
        grants.add(grant(
                tier,
                Reason.COLLABORATOR,
                "%1$s.id = any(array(select k.tier_id from tier_collaborator k where k.user_id = :callerId))",
                "(select k.type from tier_collaborator k where k.user_id = :callerId and k.tier_id = %1$s.id)"));
        grants.add(grant(
                tier,
                Reason.REPRESENTATIVE,
                """
                %1$s.id = any(array(select r.tier_id from tier_representative r where r.user_id = :callerId
                    and coalesce(cast(:callerToday as date), current_date)
                        between coalesce(r.from_date, '-infinity') and coalesce(r.to_date, 'infinity')))""",
                "null::text"));
        return grants;
    }

    private static Grant grant(String tier, Reason reason, String condition, String through) {
        return new Grant(reason, condition.formatted(tier), through.formatted(tier));
    }

    private List<Grant> counting(String tier, Action action) {
        return of(tier).stream()
                .filter(grant -> grant.countsFor(caller, action))
                .toList();
    }

    /** Whether nothing but the caller's own part in a tier makes the action possible. */
    boolean personal(Action action) {
        return !caller.isSystem() && counting("t", action).stream().noneMatch(this::isOfMany);
    }

    /** A unit or agency that the caller does not have lets nobody in. */
    private boolean isOfMany(Grant grant) {
        return switch (grant.reason()) {
            case ALL -> true;
            case STRUCTURE -> !caller.salesUnits().isEmpty();
            case AGENCY -> !caller.agencies().isEmpty();
            default -> false;
        };
    }

    /** The condition under which the action is possible, as far as its own level goes. */
    String condition(String tier, Action action) {
        if (caller.isSystem()) {
            return "true";
        }
        var counting = counting(tier, action);
        if (counting.isEmpty()) {
            return "false";
        }
        // Who reaches all is let in by the first condition; those by unit and agency are parts of it.
        boolean all = counting.get(0).reason() == Reason.ALL;
        return counting.get(0).isConstant()
                ? "true"
                : counting.stream()
                        .filter(grant -> !all || grant.reason() != Reason.STRUCTURE && grant.reason() != Reason.AGENCY)
                        .map(Grant::condition)
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The tiers that the {@link #condition} opens by which they are, as a set; {@code false} for none. */
    String byName(String tier, Action action) {
        if (caller.isSystem()) {
            return "false";
        }
        var counting = of("n").stream()
                .filter(grant -> grant.countsFor(caller, action))
                .toList();
        if (counting.stream().anyMatch(Grant::isConstant)) {
            return "false";
        }
        boolean all = counting.stream().anyMatch(grant -> grant.reason() == Reason.ALL);
        var sets = counting.stream()
                .filter(grant -> NAMING.contains(grant.reason()) && !(all && grant.reason() == Reason.AGENCY))
                .map(grant -> "select n.id from tier n where " + grant.condition())
                .collect(Collectors.joining(" union "));
        return sets.isEmpty() ? "false" : tier + ".id in (" + sets + ")";
    }

    /** Sets what the expressions in {@code sql} refer to. */
    <S extends SqlStatement<S>> S bind(S statement, String sql) {
        return statement.bindMap(parameters(sql));
    }

    /** @return by name, what the expressions in {@code sql} refer to */
    Map<String, Object> parameters(String sql) {
        var all = new LinkedHashMap<String, Object>();
        all.put("callerId", caller.userId());
        all.put("callerUnits", caller.salesUnits().toArray(Long[]::new));
        all.put("callerAgencies", caller.agencies().toArray(Long[]::new));
        all.put("callerToday", caller.today());
        all.keySet().removeIf(name -> !sql.contains(':' + name));
        return all;
    }
}
