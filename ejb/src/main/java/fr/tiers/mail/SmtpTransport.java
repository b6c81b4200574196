package fr.tiers.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends through the server's mail session {@code java:jboss/mail/Tiers}; host, account and encryption are configured there. */
@ApplicationScoped
public class SmtpTransport implements MailTransport {

    static final String FROM = "tiers.mail.from";
    static final String FROM_DEFAULT = "tiers@localhost";

    private static final Logger LOG = Logger.getLogger(SmtpTransport.class);
    private static final String CONNECT_MILLIS = "10000";
    // Servers that scan mails take their time before they accept; who hangs up too early sends the same mail twice.
    private static final String ANSWER_MILLIS = "120000";

    @Resource(lookup = "java:jboss/mail/Tiers")
    private Session session;

    private final Clock clock;
    private final String from;

    protected SmtpTransport() {
        this(null, FROM_DEFAULT);
    }

    @Inject
    public SmtpTransport(Clock clock, @ConfigProperty(name = FROM, defaultValue = FROM_DEFAULT) String from) {
        this.clock = clock;
        this.from = from;
    }

    SmtpTransport(Session session, Clock clock, String from) {
        this(clock, from);
        this.session = session;
    }

    @Override
    public String send(ClaimedMail mail) throws MailFailure {
        var message = message(mail);
        var transport = connect();
        try {
            return send(transport, message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new MailFailure(kindOf(e), "The mail server refused: " + text(e), e);
        } finally {
            close(transport);
        }
    }

    /**
     * Either all recipients get it or none: a recipient refused for now makes the whole mail wait, so nobody gets it twice. Only those
     * refused for good are left out, lest one closed mailbox keep the mail from the others.
     */
    private static String send(Transport transport, Message message, Address[] recipients) throws MessagingException {
        try {
            transport.sendMessage(message, recipients);
            return null;
        } catch (SendFailedException e) {
            var refused = e.getInvalidAddresses();
            var others = e.getValidUnsentAddresses();
            if (isEmpty(refused) || isEmpty(others)) {
                throw e;
            }
            transport.sendMessage(message, others);
            return "Refused for " + addresses(refused) + ": " + text(e);
        }
    }

    private static boolean isEmpty(Address[] addresses) {
        return addresses == null || addresses.length == 0;
    }

    private static String addresses(Address[] addresses) {
        return Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    private Transport connect() throws MailFailure {
        prepare(session);
        Transport transport = null;
        try {
            transport = session.getTransport();
            transport.connect();
            return transport;
        } catch (AuthenticationFailedException e) {
            throw new MailFailure(MailFailure.Kind.UNREACHABLE, "The mail server refuses our account: " + text(e), e);
        } catch (MessagingException e) {
            throw new MailFailure(MailFailure.Kind.UNREACHABLE, "The mail server cannot be reached: " + text(e), e);
        }
    }

    /** Without limits a server that hangs would hold the sender for ever; the configured session may set its own. */
    private static void prepare(Session session) {
        var properties = session.getProperties();
        for (var protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.putIfAbsent(protocol + "connectiontimeout", CONNECT_MILLIS);
            properties.putIfAbsent(protocol + "timeout", ANSWER_MILLIS);
            properties.putIfAbsent(protocol + "writetimeout", ANSWER_MILLIS);
        }
    }

    private MimeMessage message(ClaimedMail mail) throws MailFailure {
        try {
            var message = new StableMessage(session, mail.messageId());
            message.setFrom(from(mail.from()));
            message.setSentDate(Date.from(clock.instant()));
            MimeWriter.write(mail.mail(), message);
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new MailFailure(MailFailure.Kind.PERMANENT, "The mail cannot be written: " + text(e), e);
        }
    }

    private InternetAddress from(ClaimedMail.From wanted) throws MessagingException {
        var usual = new InternetAddress(from);
        var address = wanted.address() == null ? usual.getAddress() : wanted.address();
        var name = wanted.name() == null && wanted.address() == null ? usual.getPersonal() : wanted.name();
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static MailFailure.Kind kindOf(MessagingException e) {
        return SmtpReply.of(e).map(SmtpReply::kind).orElse(MailFailure.Kind.UNREACHABLE);
    }

    private static String text(MessagingException e) {
        return SmtpReply.lastMessage(e);
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The mail is accepted or not; how the conversation ends does not change it.
            LOG.debug("The mail server did not say goodbye", e);
        }
    }

    /** Keeps our Message-ID where the library would draw a new one at every try. */
    private static final class StableMessage extends MimeMessage {

        private final String messageId;

        StableMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
