package fr.tiers.it;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** The mails that have arrived at one address, as a mail program would read them. */
public final class Mailbox {

    private final String address;

    public Mailbox(String address) {
        this.address = address;
    }

    /**
     * @param parts the type of each part, e.g. "multipart/alternative", and its text
     */
    public record Letter(String subject, List<PartOf> parts) {

        /** One part: what it says it is, without its parameters but charset and method, and what it holds. */
        public record PartOf(String type, String text) {}

        public String text(String type) {
            return parts.stream()
                    .filter(part ->
                            part.type().toLowerCase(java.util.Locale.ROOT).startsWith(type))
                    .findFirst()
                    .map(PartOf::text)
                    .orElse("");
        }
    }

    /** The oldest first. */
    public List<Letter> letters() {
        try (var files = Files.list(World.get().mailFolder())) {
            var found = new ArrayList<Letter>();
            for (var file : files.filter(path -> path.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Mailbox::changed).thenComparing(Path::getFileName))
                    .toList()) {
                try (var in = Files.newInputStream(file)) {
                    var mail = new MimeMessage(Session.getInstance(new Properties()), in);
                    var to = mail.getHeader("To", ",");
                    if (to != null && to.contains(address)) {
                        var parts = new ArrayList<Letter.PartOf>();
                        read(mail, parts);
                        found.add(new Letter(mail.getSubject(), parts));
                    }
                }
            }
            return found;
        } catch (IOException | MessagingException e) {
            throw new AssertionError("mails cannot be read", e);
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }

    private static void read(Part part, List<Letter.PartOf> into) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            into.add(new Letter.PartOf(part.getContentType(), ""));
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), into);
            }
            return;
        }
        try (InputStream in = part.getInputStream()) {
            into.add(new Letter.PartOf(
                    part.getContentType().replaceAll("\\s+", " "),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
