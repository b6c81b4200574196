package fr.tiers.document;

/**
 * What a document may be.
 *
 * @param active whether new documents may get it
 */
public record DocumentCategory(
        String code, long version, String labelFr, String labelEn, int position, boolean active) {

    public String label(String language) {
        return "en".equals(language) ? labelEn : labelFr;
    }
}
