package fr.tiers.tier.identity;

/** SIRET: SIREN and five digits (NIC), the number of one establishment. Kept as text: leading zeros are real. */
public final class Siret {

    /** La Poste has more establishments than Luhn leaves numbers: their digit sum is divisible by 5 instead. */
    private static final String LA_POSTE = "356000000";

    private Siret() {}

    /**
     * @param text as typed, with spaces or dots
     * @return without what separates digits; not checked; null when nothing is left
     */
    public static String normalise(String text) {
        return Siren.normalise(text);
    }

    /** True for fourteen digits, in any grouping, whose SIREN and own check sum are right. */
    public static boolean isValid(String text) {
        var siret = Digits.compact(text);
        return Digits.all(siret, 14)
                && Siren.isValid(sirenOf(siret))
                && (Digits.luhn(siret) || siret.startsWith(LA_POSTE) && Digits.sum(siret) % 5 == 0);
    }

    /** @return the first nine digits of a normalised SIRET */
    public static String sirenOf(String siret) {
        return siret.substring(0, 9);
    }
}
