package fr.tiers.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail while it is written:
 *
 * <pre>
 * outbox.enqueue(OutgoingMail.about("INVITATION", "12-3")
 *         .tier(tierId).company(companyId).to("a@b.example").subject("…").html("&lt;p&gt;…&lt;/p&gt;")
 *         .calendar("REQUEST", ics).header("In-Reply-To", first).file(pdf).mail());
 * </pre>
 */
public final class MailDraft {

    private final String purpose;
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> recipients = new ArrayList<>();
    private final List<MailFile> files = new ArrayList<>();
    private String reference;
    private Long tierId;
    private Long companyId;
    private String senderName;
    private String replyTo;
    private String subject = "";
    private String body;
    private String html;
    private MailCalendar calendar;

    MailDraft(String purpose, String reference) {
        this.purpose = purpose;
        this.reference = reference;
    }

    /** The business object, where it is known only now. */
    public MailDraft reference(String object) {
        reference = object;
        return this;
    }

    /** The tier it is about; null for none. */
    public MailDraft tier(Long id) {
        tierId = id;
        return this;
    }

    /** The company whose name and address it is sent under; null for none in particular. */
    public MailDraft company(Long id) {
        companyId = id;
        return this;
    }

    /** The person who writes, instead of the company's name. */
    public MailDraft senderName(String name) {
        senderName = name;
        return this;
    }

    public MailDraft to(String... addresses) {
        return to(List.of(addresses));
    }

    public MailDraft to(List<String> addresses) {
        recipients.addAll(addresses);
        return this;
    }

    /** Where answers go. */
    public MailDraft replyTo(String address) {
        replyTo = address;
        return this;
    }

    public MailDraft subject(String text) {
        subject = text;
        return this;
    }

    /** Plain text; taken from the HTML when there is none. */
    public MailDraft text(String text) {
        body = text;
        return this;
    }

    /** Formatted text; cleaned here and once more when it is sent. */
    public MailDraft html(String text) {
        html = text;
        return this;
    }

    /** Subject, text and formatted text of a template with its values in. */
    public MailDraft says(Template rendered) {
        return subject(rendered.subject()).text(rendered.body()).html(rendered.html());
    }

    /** A header of its own, e.g. {@code List-Unsubscribe}. */
    public MailDraft header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A calendar part beside the text, e.g. an invitation. */
    public MailDraft calendar(String method, String content) {
        calendar = new MailCalendar(method, content);
        return this;
    }

    public MailDraft file(MailFile file) {
        files.add(file);
        return this;
    }

    public MailDraft files(List<MailFile> more) {
        files.addAll(more);
        return this;
    }

    public OutgoingMail mail() {
        return new OutgoingMail(
                purpose,
                reference,
                tierId,
                companyId,
                senderName,
                recipients,
                replyTo,
                subject,
                body,
                html,
                headers,
                calendar,
                files);
    }
}
