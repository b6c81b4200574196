package fr.tiers.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Where a caller stands with one tier. Every action is asked in one statement, as a page asks for most of them.
 *
 * @param actions what is possible; nothing with a tier that does not exist for the caller
 */
record Standing(Set<Action> actions, boolean confidential) {

    private static final Standing NOTHING = new Standing(Set.of(), false);

    static Standing of(Handle handle, Caller caller, long tierId) {
        Map<Action, String> predicates = new EnumMap<>(Action.class);
        for (var action : Action.values()) {
            predicates.put(action, Visibility.of(caller, action).predicate("t"));
        }
        // most actions come down to the same few conditions
        var conditions = predicates.values().stream().distinct().toList();
        var columns = conditions.stream()
                .map(condition -> "coalesce(" + condition + ", false)")
                .collect(Collectors.joining(", "));
        var query = handle.createQuery("select t.confidential, " + columns + " from tier t where t.id = :id");
        return new Grants(caller)
                .bind(query, columns)
                .bind("id", tierId)
                .map((row, context) -> of(row, predicates, conditions))
                .findOne()
                .orElse(NOTHING);
    }

    private static Standing of(ResultSet row, Map<Action, String> predicates, List<String> conditions)
            throws SQLException {
        var actions = EnumSet.noneOf(Action.class);
        for (var action : Action.values()) {
            if (row.getBoolean(2 + conditions.indexOf(predicates.get(action)))) {
                actions.add(action);
            }
        }
        return actions.contains(Action.READ) ? new Standing(actions, row.getBoolean("confidential")) : NOTHING;
    }
}
