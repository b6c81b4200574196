package fr.tiers.access;

/** What one may do with a tier; each has a {@link Level} per role. Nothing is possible with a tier that one may not {@link #READ}. */
public enum Action {
    READ,
    CREATE,
    /** Adds to what hangs on the tier: events, payments, figures, documents. Included in {@link #EDIT}. */
    ATTACH,
    /** Changes the tier itself and all that hangs on it. */
    EDIT,
    DELETE,
    EXPORT,
    IMPORT,
    MERGE,
    CONVERT,
    /** Says who works on the tier: owner, representatives, collaborators, extranet users, confidentiality. */
    ASSIGN,
    /** Blocks and unblocks, puts under watch. */
    BLOCK,
    SEE_OUTSTANDING,
    SEE_MARGINS,
    ANONYMISE;

    /** Whether it leaves everything as it is. */
    boolean isReading() {
        return this == READ || this == EXPORT || this == SEE_OUTSTANDING || this == SEE_MARGINS;
    }
}
