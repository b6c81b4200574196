package fr.tiers.access;

import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Who may see which tier, as one SQL predicate; or do something else with it. A tier is visible when the caller owns it, represents us
 * there or is one of its collaborators, when its agency or sales unit is the caller's and the level of the caller's roles says that this
 * counts, or when a role sees all; a confidential tier only for the first three and administrators. An extranet user sees the tiers
 * granted, nothing else. Every list, count, search, map, export, tab and read goes through here: in the query, never as a filter
 * afterwards.
 */
public final class Visibility {

    private final Grants grants;
    private final Action action;

    private Visibility(Caller caller, Action action) {
        this.grants = new Grants(caller);
        this.action = action;
    }

    /** What the caller may see. */
    public static Visibility of(Caller caller) {
        return of(caller, Action.READ);
    }

    /** Of what the caller may see, what the action is possible with. */
    public static Visibility of(Caller caller, Action action) {
        return new Visibility(caller, action);
    }

    /**
     * @param tier alias of the table {@code tier} in the query
     * @return a boolean SQL expression; its parameters are set by {@link #bind}
     */
    public String predicate(String tier) {
        var visible = grants.condition(tier, Action.READ);
        var possible = grants.condition(tier, action);
        if (possible.equals(visible) || "true".equals(possible)) {
            return visible;
        }
        return "true".equals(visible) ? possible : "(" + visible + " and " + possible + ")";
    }

    /**
     * As {@link #predicate}, for rows that something else has found: what the caller is in charge of is a set to look into, not a list
     * that leads to the rows and is walked through for each of them.
     */
    public String ofRows(String tier) {
        return predicate(tier).replace("= any(array(", "in ((");
    }

    /**
     * Whether all of it is found by what the caller is in charge of or was granted, which are few and lead to the rows by index; otherwise
     * what can be seen may be nearly everything.
     */
    public boolean isPersonal() {
        return grants.personal(action);
    }

    /** Sets what the predicate refers to. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        return grants.bind(statement, predicate("t"));
    }

    /** What the predicate refers to, by name: where it becomes a part of a statement that somebody else binds. */
    public Map<String, Object> parameters() {
        return grants.parameters(predicate("t"));
    }
}
