package fr.tiers.access;

import fr.tiers.access.Grant.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Why somebody may do what with a tier.
 *
 * @param actions what is possible, each action with all that opens it; nothing for a tier that is not visible
 */
public record Explanation(Map<Action, List<Reasoned>> actions) {

    /**
     * @param grant OWNER, REPRESENTATIVE, COLLABORATOR, AGENCY, STRUCTURE, ALL or EXTRANET
     * @param through what it comes by: the sales unit, the agency, the type of the collaborator, the role; null when the grant says all
     */
    public record Reasoned(String grant, String through) {}

    private static final Explanation NOTHING = new Explanation(Map.of());

    /** Each condition that {@link Visibility} joins is selected by itself. */
    static Explanation of(Handle handle, Caller caller, long tierId) {
        if (caller.isSystem()) {
            return NOTHING;
        }
        var grants = new Grants(caller);
        var all = grants.of("t");
        var columns = all.stream()
                .map(grant -> "coalesce(" + grant.condition() + ", false), " + grant.through())
                .collect(Collectors.joining(", "));
        return grants.bind(handle.createQuery("select " + columns + " from tier t where t.id = :id"), columns)
                .bind("id", tierId)
                .map((row, context) -> of(caller, holding(row, all)))
                .findOne()
                .orElse(NOTHING);
    }

    private static Map<Grant, String> holding(ResultSet row, List<Grant> all) throws SQLException {
        Map<Grant, String> holding = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (row.getBoolean(2 * i + 1)) {
                holding.put(all.get(i), row.getString(2 * i + 2));
            }
        }
        return holding;
    }

    private static Explanation of(Caller caller, Map<Grant, String> holding) {
        Map<Action, List<Reasoned>> actions = new EnumMap<>(Action.class);
        for (var action : Action.values()) {
            var reasons = new ArrayList<Reasoned>();
            holding.forEach((grant, through) -> {
                if (grant.countsFor(caller, action)) {
                    boolean byRole = grant.reason() == Reason.ALL;
                    reasons.add(new Reasoned(grant.reason().name(), byRole ? rolesOf(caller, action) : through));
                }
            });
            if (!reasons.isEmpty()) {
                actions.put(action, reasons);
            }
        }
        return new Explanation(actions.containsKey(Action.READ) ? actions : Map.of());
    }

    private static String rolesOf(Caller caller, Action action) {
        return caller.rights().reachingAll(action).stream()
                .map(Role::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
