package fr.tiers.access;

import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Who may see which tier, as one SQL predicate. A tier is visible when its sales unit lies under one of the caller's units, or the
 * caller owns it or is one of its collaborators, or the caller's role sees all; an extranet user sees the tiers granted, nothing else.
 * Every list, count, search, map, export, tab and read goes through here: in the query, never as a filter afterwards.
 */
public final class Visibility {

    private final Caller caller;

    private Visibility(Caller caller) {
        this.caller = caller;
    }

    public static Visibility of(Caller caller) {
        return new Visibility(caller);
    }

    /**
     * @param tier alias of the table {@code tier} in the query
     * @return a boolean SQL expression; its parameters are set by {@link #bind}
     */
    public String predicate(String tier) {
        if (caller.seesAllTiers()) {
            return "true";
        }
        // The sub-selects do not depend on the row: PostgreSQL evaluates them once per query.
        if (caller.has(Role.EXTRANET)) {
            return "(%s.id = any(array(select g.tier_id from extranet_grant g where g.user_id = :callerId)))"
                    .formatted(tier);
        }
        return """
                (%1$s.sales_unit_id = any(:callerUnits) or %1$s.owner_id = :callerId
                 or %1$s.id = any(array(select k.tier_id from tier_collaborator k where k.user_id = :callerId)))"""
                .formatted(tier);
    }

    /** Sets what the predicate refers to. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        if (caller.seesAllTiers()) {
            return statement;
        }
        statement.bind("callerId", caller.userId());
        if (!caller.has(Role.EXTRANET)) {
            statement.bindArray("callerUnits", Long.class, caller.salesUnits());
        }
        return statement;
    }
}
