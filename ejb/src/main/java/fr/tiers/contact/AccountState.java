package fr.tiers.contact;

/** How far somebody's extranet account is. */
public enum AccountState {
    /** no password chosen yet */
    INVITED,
    ACTIVE,
    LOCKED
}
