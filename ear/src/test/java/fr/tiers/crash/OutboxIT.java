package fr.tiers.crash;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every recorded payment reaches head office by mail, whatever happens to the mail server or to ours. */
class OutboxIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final MoodyMailServer mailbox = new MoodyMailServer();
    private static Installation site;
    private static Rest rest;
    private static Invoices invoices;

    @BeforeAll
    static void start() throws Exception {
        site = Installation.prepare("outbox")
                .with("tiers.smtp.host", "localhost")
                .with("tiers.smtp.port", mailbox.port())
                .with("tiers.mail.from", "crm@example.fr")
                .with("tiers.payment.head-office", "siege@example.fr")
                .with("tiers.outbox.retry", "PT1S")
                .with("tiers.outbox.poll", "PT1S")
                .with("tiers.outbox.lease", "PT5S");
        site.start();
        site.createUser();
        rest = site.rest();
        invoices = new Invoices(rest);
    }

    @AfterAll
    static void stop() {
        mailbox.close();
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void open() {
        mailbox.accepting().open();
    }

    @AfterEach
    void shut() {
        mailbox.shut();
    }

    @Test
    void a_payment_is_recorded_at_once_and_its_mail_arrives_once_however_long_the_mail_server_refuses()
            throws Exception {
        mailbox.refusing(451, "4.7.1 Greylisted, come back later");
        var line = invoices.customerOwing(1).get(0);

        var payment = pay(line, "40.00");

        assertThat(site.sql().text("select status from payment where id = ?", payment))
                .isEqualTo("ENTERED");
        Until.holds("second try", LONG, () -> mail(payment).attempts() >= 2);
        assertThat(mail(payment).error()).contains("451").contains("Greylisted");

        mailbox.shut();
        Until.holds("unreachable is noted", LONG, () -> mail(payment).error().contains("cannot be reached"));
        assertThat(mail(payment).status()).isIn("PENDING", "SENDING");

        mailbox.refusing(550, "5.1.1 No such mailbox").open();
        Until.holds("refused for good", LONG, () -> mail(payment).status().equals("FAILED"));
        assertThat(mail(payment).error()).contains("550").contains("No such mailbox");
        var attempts = mail(payment).attempts();
        assertThat(paymentStatus(payment)).isEqualTo("ENTERED");

        // Longer than a hasty client would wait: who hangs up here sends the same mail again.
        mailbox.acceptingAfter(Duration.ofSeconds(15));
        rest.post("/outbox/" + mail(payment).id() + "/resend", "").expect(202);
        Until.holds("sent at last", LONG, () -> mail(payment).status().equals("SENT"));
        assertThat(mail(payment).attempts()).isEqualTo(attempts + 1);
        assertThat(paymentStatus(payment)).isEqualTo("SENT");
        assertThat(rest.get("/payments/" + payment)
                        .expect(200)
                        .body()
                        .at("/mail/sentAt")
                        .asText())
                .isNotEmpty();
        assertThat(mailbox.about(payment)).hasSize(1);
    }

    @Test
    void payments_committed_before_a_crash_are_mailed_after_it() throws Exception {
        mailbox.shut();
        var lines = invoices.customerOwing(12);
        var payments = new ArrayList<Long>();
        for (var line : lines) {
            payments.add(pay(line, "100.00"));
        }
        assertThat(mailbox.accepted()).noneMatch(mail -> payments.contains(mail.payment()));

        site.kill();
        mailbox.open();
        site.start();

        Until.holds("all mails sent", LONG, () -> unsent() == 0);
        assertThat(mailbox.accepted())
                .filteredOn(mail -> payments.contains(mail.payment()))
                .extracting(MoodyMailServer.Mail::payment)
                .containsExactlyInAnyOrderElementsOf(payments);
        assertThat(payments)
                .allSatisfy(payment -> assertThat(paymentStatus(payment)).isEqualTo("SENT"));
        assertThat(Invoices.inconsistencies(site.sql())).isEmpty();
    }

    @Test
    void nothing_is_lost_and_little_repeated_when_the_server_is_killed_again_and_again() throws Exception {
        var random = Soak.random("Kills during payments");
        mailbox.acceptingAfter(Duration.ofMillis(150));
        var kills = 3 * Soak.factor();
        var perRound = 40;
        var cashier = new Cashier(site, random);
        for (var round = 0; round < kills; round++) {
            cashier.take(invoices.customerOwing(perRound / 2));
            cashier.take(invoices.customerOwing(perRound / 2));
            cashier.workUntilKilled(300 + random.nextInt(3_000));
            site.start();
            cashier.workOff();
        }

        Until.holds("all mails sent", Duration.ofSeconds(120), () -> unsent() == 0);
        var recorded = new TreeSet<>(site.sql().list("select id::text from payment"));
        assertThat(recorded).as("acknowledged payments").containsAll(cashier.acknowledged());
        assertThat(site.sql().list("select reference from payment where reference like 'order-%'"))
                .as("each order paid exactly once")
                .containsExactlyInAnyOrderElementsOf(cashier.orders());
        var mailed = mailbox.accepted();
        assertThat(mailed).extracting(mail -> Long.toString(mail.payment())).containsAll(cashier.acknowledged());
        assertThat(recorded)
                .as("no mail without payment")
                .containsAll(mailed.stream()
                        .map(mail -> Long.toString(mail.payment()))
                        .toList());
        var different = mailed.stream().distinct().toList();
        assertThat(different)
                .extracting(MoodyMailServer.Mail::payment)
                .as("a repeated mail keeps its Message-ID")
                .doesNotHaveDuplicates();
        var repeats = mailed.size() - different.size();
        System.out.printf(
                "Kills %d, payments %d (%d of them acknowledged only on asking again), mails %d, repeated %d%n",
                kills, recorded.size(), cashier.askedAgain(), mailed.size(), repeats);
        assertThat(repeats).isLessThanOrEqualTo(kills);
        assertThat(Invoices.inconsistencies(site.sql())).isEmpty();
        assertThat(site.sql().number("select count(*) from payment where status <> 'SENT'"))
                .isZero();
    }

    /** What the outbox says of a payment's mail. */
    private record Sending(long id, String status, int attempts, String error) {}

    private static Sending mail(long payment) throws IOException, InterruptedException {
        for (var mail :
                rest.get("/outbox?purpose=PAYMENT_RECORDED").expect(200).body().path("items")) {
            if (mail.path("reference").asText().equals(Long.toString(payment))) {
                return new Sending(
                        mail.path("id").asLong(),
                        mail.path("status").asText(),
                        mail.path("attempts").asInt(),
                        mail.path("lastError").asText());
            }
        }
        throw new AssertionError("no mail about payment " + payment);
    }

    private static long pay(Invoices.Line line, String amount) throws IOException, InterruptedException {
        return rest.post("/payments", line.payment(new BigDecimal(amount), "TPE"))
                .expect(201)
                .id();
    }

    private static String paymentStatus(long payment) throws IOException, InterruptedException {
        return rest.get("/payments/" + payment).expect(200).text("status");
    }

    private static long unsent() throws SQLException {
        return site.sql().number("select count(*) from outbox_mail where status <> 'SENT'");
    }
}
