package fr.tiers.browser;

import fr.tiers.it.World;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/** Reads the mails that arrived, as a mail program would. */
final class HeadOffice {

    private HeadOffice() {}

    /** @return whether a mail has arrived whose subject or text says this */
    static boolean hasRead(String words) {
        return read(words).isPresent();
    }

    /** @return subject and text of a mail that has arrived and says this */
    static Optional<String> read(String words) {
        try (var files = Files.list(World.get().mailFolder())) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                try (var in = Files.newInputStream(file)) {
                    var mail = new MimeMessage(Session.getInstance(new Properties()), in);
                    var whole = mail.getSubject() + text(mail);
                    if (whole.contains(words)) {
                        return Optional.of(whole);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | MessagingException e) {
            throw new AssertionError("mails cannot be read", e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            var text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i)));
            }
            return text.toString();
        }
        return part.getContent() instanceof String text ? text : "";
    }
}
