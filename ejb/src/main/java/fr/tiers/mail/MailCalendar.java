package fr.tiers.mail;

/**
 * A calendar part (iCalendar, RFC 5545) beside the text: mail programs offer to accept or refuse it.
 *
 * @param method of iTIP (RFC 5546), the same as in the content: {@code REQUEST}, {@code CANCEL}, {@code REPLY} …
 * @param content from {@code BEGIN:VCALENDAR} to {@code END:VCALENDAR}
 */
public record MailCalendar(String method, String content) {

    public MailCalendar {
        if (!method.matches("[A-Z]{3,20}")) {
            throw new IllegalArgumentException("no method of iTIP: " + method);
        }
        if (!content.contains("METHOD:" + method)) {
            throw new IllegalArgumentException("the calendar does not say METHOD:" + method);
        }
    }
}
