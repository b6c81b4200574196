package fr.tiers.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A text file that goes with a mail, in UTF-8.
 *
 * @param name file name, e.g. {@code payment-12.json}
 * @param type media type, e.g. {@code application/json}
 */
public record AttachedText(String name, String type, String content) {

    public AttachedText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
    }

    /** As a file like any other. */
    public MailFile file() {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new MailFile(name, type + "; charset=UTF-8", () -> new ByteArrayInputStream(bytes));
    }
}
