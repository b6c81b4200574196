package fr.tiers.launcher;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A stored mail as its page shows it.
 *
 * @param text the plain text, or null
 * @param html the HTML, never to be shown outside a sandbox, or null
 * @param attachments what hangs on it, in the mail's order
 */
record Mail(
        String from, String to, String subject, String sent, String text, String html, List<Attachment> attachments) {

    private static final Session SESSION = session();

    /** One attached file. */
    record Attachment(String name, Part part) {}

    /** Addresses may stand there in plain UTF-8 (RFC 6532). */
    private static Session session() {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    static Mail read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(new MimeMessage(SESSION, in));
        } catch (MessagingException e) {
            throw new IOException("Not a readable mail: " + file.getFileName(), e);
        }
    }

    private static Mail read(MimeMessage message) throws MessagingException, IOException {
        List<Part> leaves = new ArrayList<>();
        collect(message, leaves);
        String text = null;
        String html = null;
        List<Attachment> attachments = new ArrayList<>();
        for (Part leaf : leaves) {
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(leaf.getDisposition()) || leaf.getFileName() != null;
            if (!attached && text == null && leaf.isMimeType("text/plain")) {
                text = Objects.toString(leaf.getContent(), "");
            } else if (!attached && html == null && leaf.isMimeType("text/html")) {
                html = Objects.toString(leaf.getContent(), "");
            } else {
                attachments.add(new Attachment(name(leaf, attachments.size() + 1), leaf));
            }
        }
        String sent = message.getSentDate() == null
                ? ""
                : message.getSentDate().toInstant().toString();
        return new Mail(
                addresses(message.getFrom()),
                addresses(message.getRecipients(Message.RecipientType.TO)),
                Objects.toString(message.getSubject(), ""),
                sent,
                text,
                html,
                List.copyOf(attachments));
    }

    private static void collect(Part part, List<Part> leaves) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), leaves);
            }
        } else {
            leaves.add(part);
        }
    }

    private static String name(Part part, int number) throws MessagingException, IOException {
        String name = part.getFileName();
        return name == null ? "piece-" + number : MimeUtility.decodeText(name);
    }

    private static String addresses(Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }
}
