package fr.tiers.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.tiers.kernel.TestClock;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SmtpTransportTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

    private static final OutgoingMail TEXT = new OutgoingMail(
            "TEST",
            "1",
            null,
            List.of("one@hq.example", "two@hq.example"),
            "Encaissement 1 234,56 € – Acmé",
            "Bonjour,\n1 234,56 €\n",
            new AttachedText("payment-1.json", "application/json", "{\"name\":\"é\"}"));

    private static final ClaimedMail MAIL = claimed(TEXT, ClaimedMail.From.SETTINGS);

    private static ClaimedMail claimed(OutgoingMail mail, ClaimedMail.From from) {
        return new ClaimedMail(1, "<4711@acme.example>", 1, from, mail);
    }

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
            assertThat(received[0].getSubject()).isEqualTo(TEXT.subject());
            assertThat(received[0].getFrom()[0]).hasToString("Tiers <crm@acme.example>");
            var parts = (MimeMultipart) received[0].getContent();
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                    .isEqualTo(TEXT.body());
            BodyPart file = parts.getBodyPart(1);
            assertThat(file.getFileName()).isEqualTo("payment-1.json");
            assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"name\":\"é\"}");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_formatted_mail_has_its_text_first_then_html_then_the_calendar_then_the_files() throws Exception {
        var content = new byte[700_000];
        new java.util.Random(7).nextBytes(content);
        var mail = draft().html(
                        "<p>Bonjour <strong>Léa</strong></p><script>alert(1)</script><p><img src=\"https://x.example/a.png\"></p>")
                .calendar("REQUEST", CALENDAR)
                .header("List-Unsubscribe", "<https://acme.example/out?a=1>\r\nBcc: x@y.example")
                .header("In-Reply-To", "<1@acme.example>")
                .header("Auto-Submitted", "no")
                .replyTo("lea@acme.example")
                .file(new MailFile("Été 2026.pdf", "application/pdf", () -> new ByteArrayInputStream(content)))
                .file(new MailFile("a.eml", "message/rfc822", () -> new ByteArrayInputStream("Subject: x".getBytes())))
                .mail();

        var message = sent(mail, new ClaimedMail.From("Acmé Distribution", "contact@acme.example"));

        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Acmé Distribution");
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("contact@acme.example");
        assertThat(message.getReplyTo()[0]).hasToString("lea@acme.example");
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://acme.example/out?a=1> Bcc: x@y.example");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<1@acme.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("no");
        assertThat(message.getHeader("Bcc")).isNull();

        assertThat(message.getContentType()).startsWith("multipart/mixed");
        var mixed = (MimeMultipart) message.getContent();
        assertThat(mixed.getCount()).isEqualTo(3);
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(types(alternative)).containsExactly("text/plain", "text/html", "text/calendar");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Bonjour Léa");
        assertThat(alternative.getBodyPart(1).getContent().toString())
                .contains("<p>Bonjour <strong>Léa</strong></p>")
                .doesNotContain("script", "img", "x.example");
        var calendar = alternative.getBodyPart(2);
        assertThat(new ContentType(calendar.getContentType()).getParameter("method"))
                .isEqualTo("REQUEST");
        assertThat(new ContentType(calendar.getContentType()).getParameter("charset"))
                .isEqualTo("UTF-8");
        assertThat(text(calendar)).isEqualTo(CALENDAR);
        assertThat(calendar.getDisposition()).isNull();
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(MimeUtility.decodeText(mixed.getBodyPart(1).getFileName())).isEqualTo("Été 2026.pdf");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(content);
        assertThat(mixed.getBodyPart(2).getContentType()).startsWith("application/octet-stream");
    }

    @Test
    void without_file_and_calendar_a_formatted_mail_is_an_alternative_and_a_plain_one_a_text() throws Exception {
        var formatted = sent(draft().text("Own text").html("<p>Formatted</p>").mail(), ClaimedMail.From.SETTINGS);
        assertThat(formatted.getContentType()).startsWith("multipart/alternative");
        assertThat(types((MimeMultipart) formatted.getContent())).containsExactly("text/plain", "text/html");
        assertThat(((MimeMultipart) formatted.getContent()).getBodyPart(0).getContent())
                .isEqualTo("Own text");
        assertThat(formatted.getHeader("Auto-Submitted")).containsExactly("auto-generated");

        var plain = sent(draft().text("Plain").mail(), new ClaimedMail.From("Acme", null));
        assertThat(plain.getContentType()).startsWith("text/plain");
        assertThat(plain.getFrom()[0]).hasToString("Acme <crm@acme.example>");

        var invitation =
                sent(draft().html("<p>Come</p>").calendar("REQUEST", CALENDAR).mail(), ClaimedMail.From.SETTINGS);
        assertThat(invitation.getContentType()).startsWith("multipart/mixed");
        assertThat(types((MimeMultipart)
                        ((MimeMultipart) invitation.getContent()).getBodyPart(0).getContent()))
                .containsExactly("text/plain", "text/html", "text/calendar");
    }

    @Test
    void what_the_mail_itself_says_no_further_header_can_say() {
        for (var name : List.of("Bcc", "From", "content-type", "Subject", "X: y", "")) {
            assertThatThrownBy(() -> draft().text("x").header(name, "x").mail())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> draft().calendar("REQUEST", "BEGIN:VCALENDAR"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MailDraft draft() {
        return OutgoingMail.about("TEST", "1").to("one@hq.example").subject("Été");
    }

    private static List<String> types(MimeMultipart parts) throws MessagingException {
        var types = new ArrayList<String>();
        for (int i = 0; i < parts.getCount(); i++) {
            types.add(new ContentType(parts.getBodyPart(i).getContentType()).getBaseType());
        }
        return types;
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static MimeMessage sent(OutgoingMail mail, ClaimedMail.From from) throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            transport(server.getSmtp().getPort()).send(claimed(mail, from));
            return server.getReceivedMessages()[0];
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
