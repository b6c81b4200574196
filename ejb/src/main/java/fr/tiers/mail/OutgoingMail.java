package fr.tiers.mail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mail to be sent, written with {@link #about}. Purpose and reference together name the business object it speaks of: the outbox takes
 * one mail for each.
 *
 * @param purpose what the mail is for, e.g. {@code PAYMENT_RECORDED}; also the purpose of its template
 * @param reference the business object, unique within the purpose
 * @param tierId the tier it is about, null when none
 * @param companyId the company that writes, null for none in particular
 * @param senderName who writes, where it is somebody; null for the name of the company
 * @param recipients at least one address
 * @param replyTo where answers go; null for the sender
 * @param body plain text
 * @param html the same formatted; null for a mail of plain text
 * @param headers further ones, e.g. {@code List-Unsubscribe}, {@code In-Reply-To}
 * @param calendar null when none
 * @param files what goes with it, in its order
 */
public record OutgoingMail(
        String purpose,
        String reference,
        Long tierId,
        Long companyId,
        String senderName,
        List<String> recipients,
        String replyTo,
        String subject,
        String body,
        String html,
        Map<String, String> headers,
        MailCalendar calendar,
        List<MailFile> files) {

    /** What this application or the mail library writes itself. */
    private static final Set<String> RESERVED = Set.of(
            "from",
            "sender",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "return-path",
            "received");

    public OutgoingMail {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(reference, "reference");
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a mail needs a recipient");
        }
        senderName = senderName == null ? null : oneLine(senderName);
        subject = oneLine(subject);
        html = MailHtml.clean(html);
        body = body == null && html != null ? MailHtml.text(html) : body;
        Objects.requireNonNull(body, "body");
        headers = checked(headers);
        files = List.copyOf(files);
    }

    /** A plain text with at most one file. */
    public OutgoingMail(
            String purpose,
            String reference,
            Long tierId,
            List<String> recipients,
            String subject,
            String body,
            AttachedText attachment) {
        this(
                purpose,
                reference,
                tierId,
                null,
                null,
                recipients,
                null,
                subject,
                body,
                null,
                Map.of(),
                null,
                attachment == null ? List.of() : List.of(attachment.file()));
    }

    /** Begins a mail. */
    public static MailDraft about(String purpose, String reference) {
        return new MailDraft(purpose, reference);
    }

    /** A line break in a header would let a value from the data write further headers. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    private static Map<String, String> checked(Map<String, String> headers) {
        var checked = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            var lower = name.toLowerCase(java.util.Locale.ROOT);
            if (!lower.matches("[a-z][a-z0-9-]*") || RESERVED.contains(lower) || lower.startsWith("content-")) {
                throw new IllegalArgumentException("not a header one may add: " + name);
            }
            checked.put(name, oneLine(value));
        });
        return java.util.Collections.unmodifiableMap(checked);
    }
}
