package fr.tiers.contact;

/**
 * Whom papers of one usage go to, and where.
 *
 * @param version of the default
 * @param linkId the default that was chosen, null for none
 * @param contact who it is today: the one named, else the default as long as he or she is there, else the main contact; null when there is
 *     nobody
 * @param by how the contact was found; null when there is nobody
 * @param addressId the tier's default address of the usage; null for its main address
 * @param address in one line, null when none is known
 */
public record Addressee(
        ContactUsage usage, long version, Long linkId, ContactLinkView contact, By by, Long addressId, String address) {

    /** How a contact was found. */
    public enum By {
        EXPLICIT,
        DEFAULT,
        MAIN
    }
}
