package fr.tiers.keyfigures;

/** Where a key figure comes from. */
public enum FigureSource {
    /** typed by a user; no provider touches that year any more */
    MANUAL,
    /** chiffres clés of Infogreffe, from deposited accounts */
    INFOGREFFE
}
