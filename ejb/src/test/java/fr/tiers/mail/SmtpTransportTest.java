package fr.tiers.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.tiers.kernel.TestClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SmtpTransportTest {

    private static final ClaimedMail MAIL = new ClaimedMail(
            1,
            "<4711@acme.example>",
            1,
            List.of("one@hq.example", "two@hq.example"),
            "Encaissement 1 234,56 € – Acmé",
            "Bonjour,\n1 234,56 €\n",
            new AttachedText("payment-1.json", "application/json", "{\"name\":\"é\"}"));

    @Test
    void sends_text_attachment_and_our_message_id() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            transport(server.getSmtp().getPort()).send(MAIL);
            transport(server.getSmtp().getPort()).send(MAIL);

            var received = server.getReceivedMessages();
            assertThat(received).hasSize(4);
            for (var message : received) {
                assertThat(message.getMessageID()).isEqualTo("<4711@acme.example>");
            }
            assertThat(received[0].getSubject()).isEqualTo(MAIL.subject());
            assertThat(received[0].getFrom()[0]).hasToString("Tiers <crm@acme.example>");
            var parts = (MimeMultipart) received[0].getContent();
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                    .isEqualTo(MAIL.body());
            BodyPart file = parts.getBodyPart(1);
            assertThat(file.getFileName()).isEqualTo("payment-1.json");
            assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"name\":\"é\"}");
        } finally {
            server.stop();
        }
    }

    @Test
    void nobody_there() throws Exception {
        int port;
        try (var server = new ScriptedSmtpServer(line -> null)) {
            port = server.port();
        }
        var failure =
                catchThrowableOfType(MailFailure.class, () -> transport(port).send(MAIL));

        assertThat(failure.kind()).isEqualTo(MailFailure.Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("cannot be reached");
    }

    @Test
    void refusals_for_now_and_for_good() throws Exception {
        assertThat(kind(at(".", "451 try later"))).isEqualTo(MailFailure.Kind.TEMPORARY);
        assertThat(kind(at(".", "554 spam"))).isEqualTo(MailFailure.Kind.PERMANENT);
        assertThat(kind(at("RCPT", "450 greylisted"))).isEqualTo(MailFailure.Kind.TEMPORARY);
        assertThat(kind(at("RCPT", "550 no such user"))).isEqualTo(MailFailure.Kind.PERMANENT);
        assertThat(kind(at("MAIL", "421 closing"))).isEqualTo(MailFailure.Kind.UNREACHABLE);
        assertThat(kind(at(".", ""))).isEqualTo(MailFailure.Kind.UNREACHABLE);
    }

    @Test
    void one_closed_mailbox_does_not_keep_the_mail_from_the_others() throws Exception {
        try (var server = new ScriptedSmtpServer(at("RCPT TO:<one", "550 no such user"))) {
            var remark = transport(server.port()).send(MAIL);

            assertThat(remark).contains("one@hq.example").contains("550");
            assertThat(server.accepted()).containsExactly("two@hq.example");
        }
    }

    @Test
    void one_mailbox_refused_for_now_makes_the_mail_wait_for_all() throws Exception {
        try (var server = new ScriptedSmtpServer(at("RCPT TO:<one", "450 greylisted"))) {
            var failure = catchThrowableOfType(
                    MailFailure.class, () -> transport(server.port()).send(MAIL));

            assertThat(failure.kind()).isEqualTo(MailFailure.Kind.TEMPORARY);
            assertThat(server.accepted()).isEmpty();
        }
    }

    private static UnaryOperator<String> at(String command, String answer) {
        return line -> line.startsWith(command) ? answer : null;
    }

    private static MailFailure.Kind kind(UnaryOperator<String> script) throws Exception {
        try (var server = new ScriptedSmtpServer(script)) {
            var failure = catchThrowableOfType(
                    MailFailure.class, () -> transport(server.port()).send(MAIL));
            assertThat(failure.getMessage()).doesNotContain("\n").hasSizeLessThan(300);
            return failure.kind();
        }
    }

    private static SmtpTransport transport(int port) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        return new SmtpTransport(Session.getInstance(properties), new TestClock(), "Tiers <crm@acme.example>");
    }
}
