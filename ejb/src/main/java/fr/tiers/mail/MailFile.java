package fr.tiers.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file that goes with a mail. Its content is read when it is needed, piece by piece, and never wholly in memory.
 *
 * @param name as the recipient sees it
 * @param type media type, with its character set where there is one
 */
public record MailFile(String name, String type, Source content) {

    /** Where the bytes come from; opened once for the outbox, and once more at every try to send. */
    @FunctionalInterface
    public interface Source {

        InputStream open() throws IOException;
    }

    public MailFile {
        // A line break in a header would let a file name write further headers.
        name = name.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
    }
}
