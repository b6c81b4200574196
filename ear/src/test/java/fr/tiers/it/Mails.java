package fr.tiers.it;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The mails that have arrived at the mail catcher, as a mail program reads them. */
public final class Mails {

    private Mails() {}

    /** @return those whose subject is this one */
    public static List<MimeMessage> about(String subject) {
        try (var files = Files.list(Path.of(System.getProperty("tiers.test.world"), "mails"))) {
            var found = new ArrayList<MimeMessage>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                var mail = read(file);
                if (subject.equals(mail.getSubject())) {
                    found.add(mail);
                }
            }
            return found;
        } catch (IOException | MessagingException e) {
            throw new AssertionError("mails cannot be read", e);
        }
    }

    private static MimeMessage read(Path file) throws IOException, MessagingException {
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    /** @return the first part of this type, wherever it stands */
    public static Optional<Part> part(Part of, String type) throws MessagingException, IOException {
        if (of.isMimeType(type)) {
            return Optional.of(of);
        }
        if (of.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
