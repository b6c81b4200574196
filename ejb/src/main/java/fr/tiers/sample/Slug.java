package fr.tiers.sample;

import java.text.Normalizer;
import java.util.Locale;

/** A name as part of an e-mail or web address. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        return Normalizer.normalize(name.replace("œ", "oe").replace("’", "-"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
