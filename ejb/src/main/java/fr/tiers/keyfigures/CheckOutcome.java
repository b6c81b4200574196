package fr.tiers.keyfigures;

/** What came of asking a provider about a tier; kept with the time of asking. */
public enum CheckOutcome {
    FOUND,
    /** the provider has no accounts of this company */
    UNKNOWN,
    /** accounts deposited, amounts withheld */
    CONFIDENTIAL,
    /** the tier's number is not a SIREN */
    INVALID
}
