package fr.tiers.contact;

/** A kind of job, for filters and statistics; the title is what the card says. */
public record JobFamily(String code, String labelFr, String labelEn, int position, boolean active) {

    public String label(String language) {
        return "fr".equals(language) ? labelFr : labelEn;
    }
}
