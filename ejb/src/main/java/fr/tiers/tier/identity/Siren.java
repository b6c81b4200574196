package fr.tiers.tier.identity;

/** SIREN: the nine digits INSEE gives a legal unit (company, association, sole trader). Kept as text: leading zeros are real. */
public final class Siren {

    private static final String NOBODY = "000000000";

    private Siren() {}

    /**
     * @param text as typed, with spaces or dots
     * @return without what separates digits; not checked; null when nothing is left
     */
    public static String normalise(String text) {
        var compact = Digits.compact(text);
        return compact.isEmpty() ? null : compact;
    }

    /** True for nine digits whose Luhn sum is right, in any grouping. Nine zeros pass Luhn and stand for nobody: refused. */
    public static boolean isValid(String text) {
        var siren = Digits.compact(text);
        return Digits.all(siren, 9) && !siren.equals(NOBODY) && Digits.luhn(siren);
    }
}
