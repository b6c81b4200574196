package fr.tiers.contact;

/**
 * The photo of a person: a square JPEG.
 *
 * @param sha256 hexadecimal, of the data
 */
public record Photo(byte[] data, String sha256) {

    public static final String MEDIA_TYPE = "image/jpeg";
}
