package fr.tiers.document;

/** What to do with a file whose name a document of the tier has already. */
public enum Clash {
    /** refuse, so that somebody decides */
    ASK,
    /** a new version of that document */
    VERSION,
    /** a document of its own, the name with a number */
    RENAME
}
