package fr.tiers.access;

/**
 * One reason for which somebody may do something with a tier.
 *
 * @param reason which one it is
 * @param condition boolean SQL expression over a row of {@code tier}
 * @param through SQL expression of what the explanation names with it: the unit, the agency, the collaborator's type
 */
record Grant(Reason reason, String condition, String through) {

    /** Kinds of grants, with the level of an action from which on they count. */
    enum Reason {
        OWNER(Level.OWN),
        REPRESENTATIVE(Level.OWN),
        COLLABORATOR(Level.OWN),
        AGENCY(Level.AGENCY),
        STRUCTURE(Level.STRUCTURE),
        ALL(Level.ALL),
        /** An extranet user's only one, and for reading only. */
        EXTRANET(Level.NONE);

        private final Level level;

        Reason(Level level) {
            this.level = level;
        }
    }

    boolean countsFor(Caller caller, Action action) {
        return reason == Reason.EXTRANET
                ? action == Action.READ
                : caller.rights().include(action, reason.level);
    }

    boolean isConstant() {
        return "true".equals(condition);
    }
}
