package fr.tiers.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a mail as MIME the way Gmail and Outlook expect it: {@code multipart/mixed} of {@code multipart/alternative} (plain text, HTML,
 * calendar, each later one preferred) and the files; what is not needed is left out, a plain text stays one.
 */
final class MimeWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String ENCODING = "Content-Transfer-Encoding";

    private MimeWriter() {}

    static void write(OutgoingMail mail, MimeMessage message) throws MessagingException {
        for (var recipient : mail.recipients()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        if (mail.replyTo() != null) {
            message.setReplyTo(InternetAddress.parse(mail.replyTo()));
        }
        message.setSubject(mail.subject(), UTF_8);
        // Nobody should answer a machine with an absence notice; a mail that somebody has written says "no" here.
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : mail.headers().entrySet()) {
            message.setHeader(
                    header.getKey(), MimeUtility.fold(header.getKey().length() + 2, encoded(header.getValue())));
        }
        if (mail.files().isEmpty() && mail.calendar() == null) {
            writeText(mail, message);
            return;
        }
        var text = new MimeBodyPart();
        writeText(mail, text);
        var mixed = new MimeMultipart("mixed", text);
        for (var file : mail.files()) {
            mixed.addBodyPart(part(file));
        }
        message.setContent(mixed);
    }

    private static String encoded(String value) {
        try {
            return MimeUtility.encodeText(value, UTF_8, null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static void writeText(OutgoingMail mail, Part into) throws MessagingException {
        if (mail.html() == null && mail.calendar() == null) {
            setText(into, mail.body(), "plain");
            return;
        }
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(mail.body(), "plain"));
        if (mail.html() != null) {
            alternative.addBodyPart(text(MailHtml.document(mail.html()), "html"));
        }
        if (mail.calendar() != null) {
            alternative.addBodyPart(part(mail.calendar()));
        }
        into.setContent(alternative);
    }

    private static BodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        setText(part, text, subtype);
        return part;
    }

    private static void setText(Part part, String text, String subtype) throws MessagingException {
        if (part instanceof MimeMessage message) {
            message.setText(text, UTF_8, subtype);
        } else {
            ((MimeBodyPart) part).setText(text, UTF_8, subtype);
        }
    }

    private static BodyPart part(MailCalendar calendar) throws MessagingException {
        var part = new MimeBodyPart();
        var type = "text/calendar; charset=UTF-8; method=" + calendar.method();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.content().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader(ENCODING, "base64");
        return part;
    }

    private static BodyPart part(MailFile file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileSource(file)));
        part.setFileName(file.name());
        part.setDisposition(Part.ATTACHMENT);
        // Said beforehand, lest the library read the whole file to find out.
        part.setHeader(ENCODING, "base64");
        return part;
    }

    /** Read as it is sent. */
    private record FileSource(MailFile file) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return file.content().open();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("a file of a mail is read only");
        }

        /** A mail or a bundle of parts as a file would have to be written unencoded. */
        @Override
        public String getContentType() {
            var type = file.type();
            return type.startsWith("message/") || type.startsWith("multipart/") ? "application/octet-stream" : type;
        }

        @Override
        public String getName() {
            return file.name();
        }
    }
}
