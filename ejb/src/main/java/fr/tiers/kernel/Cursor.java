package fr.tiers.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a keyset-paged list starts: the sort key and the id of the last row shown. Opaque to clients.
 *
 * @param key the sort key as text
 */
public record Cursor(String key, long id) {

    private static final char SEPARATOR = '\u001f';

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + "" + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BusinessException INVALID on {@code after} for anything that {@link #encode} did not make */
    public static Cursor decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int separator = plain.indexOf(SEPARATOR);
            if (separator > 0 && plain.indexOf('\0') < 0) {
                return new Cursor(plain.substring(separator + 1), Long.parseLong(plain.substring(0, separator)));
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // not ours: refused below like any other foreign text
        }
        throw BusinessException.invalid("after", "cursor-invalid");
    }
}
