package fr.tiers.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer of a mail server, found in the chain of exceptions of Jakarta Mail. It is read from the text: the classes that carry the
 * code belong to one implementation of Jakarta Mail, which we do not want to depend on.
 *
 * @param code three digits of RFC 5321
 */
record SmtpReply(int code, String text) {

    private static final Pattern LINE = Pattern.compile("(?s)\\s*([245][0-9]{2})[ -].*");

    /** The worst reply of the chain: one recipient refused for now keeps the mail alive. */
    static Optional<SmtpReply> of(MessagingException failure) {
        SmtpReply found = null;
        for (Exception e = failure; e != null; e = next(e)) {
            var reply = read(e.getMessage());
            if (reply != null && (found == null || reply.kind() == MailFailure.Kind.TEMPORARY)) {
                found = reply;
            }
        }
        return Optional.ofNullable(found);
    }

    MailFailure.Kind kind() {
        if (code == 421) {
            return MailFailure.Kind.UNREACHABLE;
        }
        return code >= 500 ? MailFailure.Kind.PERMANENT : MailFailure.Kind.TEMPORARY;
    }

    /** @return the innermost message in one line: the outer ones only repeat that sending failed */
    static String lastMessage(MessagingException failure) {
        var text = failure.getMessage();
        for (Exception e = failure; e != null; e = next(e)) {
            text = e.getMessage() == null || e.getMessage().isBlank() ? text : e.getMessage();
        }
        return text == null
                ? failure.getClass().getSimpleName()
                : text.replaceAll("\\s+", " ").strip();
    }

    private static Exception next(Exception e) {
        if (e instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return e.getCause() instanceof Exception cause && cause != e ? cause : null;
    }

    private static SmtpReply read(String message) {
        if (message == null) {
            return null;
        }
        var matcher = LINE.matcher(message);
        return matcher.matches() ? new SmtpReply(Integer.parseInt(matcher.group(1)), message.strip()) : null;
    }
}
