package fr.tiers.mail;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.kernel.TestCallers;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxDeliveryTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String RETRY = "PT5S,PT30S,PT2M,PT10M,PT1H";

    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = new TestClock();
    private final TestEvent<MailAccepted> accepted = new TestEvent<>();
    private final TestEvent<MailEnqueued> enqueued = new TestEvent<>();
    private final OutboxLedger ledger = new OutboxLedger(database.db(), clock, accepted);
    private final FakeTransport transport = new FakeTransport();
    private final OutboxDelivery delivery = new OutboxDelivery(ledger, transport, RETRY, LEASE);
    private final Outbox outbox = new Outbox(database.db(), clock, enqueued, "crm@acme.example");

    @Test
    void sends_what_is_due_once_and_tells_the_observers() {
        enqueue("1");
        enqueue("2");

        delivery.deliver();
        delivery.deliver();

        assertThat(transport.sent).hasSize(2);
        assertThat(statuses()).containsExactly("SENT", "SENT");
        assertThat(accepted.fired()).containsExactly(new MailAccepted("TEST", "1"), new MailAccepted("TEST", "2"));
    }

    @Test
    void all_of_a_mail_goes_through_the_outbox_and_the_company_is_asked_when_it_is_sent() throws Exception {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into company (id, code, name, sender_name) values (1, 'A', 'A', 'Acme')"));
        var large = new byte[600_000];
        new java.util.Random(1).nextBytes(large);
        var mail = OutgoingMail.about("TEST", "1")
                .company(1L)
                .to("hq@acme.example")
                .replyTo("lea@acme.example")
                .subject("S")
                .html("<p>Hello {{x}}</p>")
                .header("In-Reply-To", "<1@acme.example>")
                .calendar("CANCEL", "METHOD:CANCEL")
                .file(new MailFile("a.bin", "application/pdf", () -> new ByteArrayInputStream(large)))
                .file(new AttachedText("b.json", "application/json", "{}").file())
                .mail();
        long id = database.inTransaction(() -> outbox.enqueue(mail));
        database.jdbi().useHandle(handle -> handle.execute("update company set sender_email = 'new@acme.example'"));

        var claimed = ledger.claim(LEASE).orElseThrow();

        assertThat(claimed.from()).isEqualTo(new ClaimedMail.From("Acme", "new@acme.example"));
        assertThat(claimed.mail())
                .usingRecursiveComparison()
                .ignoringFields("files")
                .isEqualTo(mail);
        assertThat(claimed.mail().html()).isEqualTo("<p>Hello {{x}}</p>");
        assertThat(claimed.mail().files()).extracting(MailFile::name).containsExactly("a.bin", "b.json");
        try (var in = claimed.mail().files().get(0).content().open()) {
            assertThat(in.readAllBytes()).isEqualTo(large);
        }
        var detail = service().read(id);
        assertThat(detail.files()).extracting(MailFileRow::size).containsExactly(600_000L, 2L);
        assertThat(detail.attachment()).isNull();
        assertThatThrownBy(() -> service().file(id, 2)).hasMessageContaining("not-found");
    }

    @Test
    void files_larger_than_a_mail_takes_are_refused_and_leave_nothing() {
        outbox.maxSize = 1 << 20;
        var half = new byte[600_000];
        var file = new MailFile("a.bin", "application/pdf", () -> new ByteArrayInputStream(half));
        var draft = OutgoingMail.about("TEST", "1")
                .to("hq@acme.example")
                .subject("S")
                .text("T")
                .file(file);

        assertThatThrownBy(() -> database.inTransaction(
                        () -> outbox.enqueue(draft.file(file).mail())))
                .hasMessageContaining("mail-too-large")
                .hasMessageContaining("1");
        assertThat(statuses()).isEmpty();
    }

    @Test
    void one_mail_per_purpose_and_reference() {
        enqueue("1");
        assertThatThrownBy(() -> enqueue("1")).hasMessageContaining("outbox_mail_once_per_reference");
    }

    @Test
    void a_rolled_back_business_change_sends_nothing() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    enqueue("1");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        delivery.deliver();

        assertThat(transport.sent).isEmpty();
    }

    @Test
    void a_temporary_refusal_is_tried_again_later_with_the_same_message_id() {
        enqueue("1");
        transport.answers.add(new MailFailure(MailFailure.Kind.TEMPORARY, "451 later", null));
        transport.answers.add(new MailFailure(MailFailure.Kind.TEMPORARY, "451 later", null));

        delivery.deliver();
        assertThat(statuses()).containsExactly("PENDING");
        assertThat(value("last_error")).isEqualTo("451 later");
        delivery.deliver();
        assertThat(transport.tried).hasSize(1);
        clock.advance(Duration.ofSeconds(5));
        delivery.deliver();
        clock.advance(Duration.ofSeconds(29));
        delivery.deliver();
        assertThat(transport.tried).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        delivery.deliver();

        assertThat(transport.tried).hasSize(3);
        assertThat(Set.copyOf(transport.tried)).hasSize(1);
        assertThat(statuses()).containsExactly("SENT");
        assertThat(value("last_error")).isNull();
        assertThat(value("attempts")).isEqualTo("3");
    }

    @Test
    void a_server_that_is_away_costs_one_timeout_and_the_mails_follow_soon_after_it_is_back() {
        for (var i = 0; i < 20; i++) {
            enqueue("" + i);
        }
        transport.down = true;
        for (var minute = 0; minute < 60; minute++) {
            delivery.deliver();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(transport.tried).hasSize(60);
        transport.down = false;
        clock.advance(Duration.ofSeconds(30));
        delivery.deliver();

        assertThat(statuses()).containsOnly("SENT");
        assertThat(transport.sent).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void a_refusal_for_good_waits_for_somebody_to_send_it_again() {
        var id = enqueue("1");
        transport.answers.add(new MailFailure(MailFailure.Kind.PERMANENT, "550 no such user", null));
        delivery.deliver();
        clock.advance(Duration.ofDays(1));
        delivery.deliver();
        assertThat(transport.tried).hasSize(1);
        assertThat(statuses()).containsExactly("FAILED");

        service().resend(id);
        delivery.deliver();

        assertThat(statuses()).containsExactly("SENT");
        assertThat(enqueued.fired()).hasSize(2);
    }

    @Test
    void after_a_crash_the_mail_goes_out_again_with_the_same_message_id_once_the_lease_has_run_out() {
        enqueue("1");
        // The node dies between the server's acceptance and the note.
        var lost = ledger.claim(LEASE).orElseThrow();

        delivery.deliver();
        assertThat(transport.sent).isEmpty();
        clock.advance(LEASE);
        delivery.deliver();

        assertThat(transport.sent).containsExactly(lost.messageId());
        ledger.retry(lost, "the dead node wakes up", Duration.ZERO);
        assertThat(statuses()).containsExactly("SENT");
    }

    @Test
    void a_renewed_lease_is_not_taken_over() {
        enqueue("1");
        var mail = ledger.claim(LEASE).orElseThrow();
        clock.advance(LEASE.minusSeconds(1));
        ledger.renew(List.of(mail.id()), LEASE);
        clock.advance(LEASE.minusSeconds(1));

        assertThat(ledger.claim(LEASE)).isEmpty();
    }

    @Test
    void an_acceptance_that_cannot_be_noted_at_once_is_noted_later_and_not_sent_again() {
        enqueue("1");
        var failing = new boolean[] {true};
        var broken = new OutboxLedger(database.db(), clock, new TestEvent<>(event -> {
            if (failing[0]) {
                throw new IllegalStateException("the database is away");
            }
        }));
        var node = new OutboxDelivery(
                new OutboxLedger(database.db(), clock, new TestEvent<>()) {
                    @Override
                    public void accepted(ClaimedMail mail, String remark) {
                        database.inTransaction(() -> {
                            broken.accepted(mail, remark);
                            return null;
                        });
                    }
                },
                transport,
                RETRY,
                LEASE);

        node.deliver();
        assertThat(statuses()).containsExactly("SENDING");
        for (var i = 0; i < 10; i++) {
            clock.advance(Duration.ofSeconds(20));
            node.renewLeases();
            node.deliver();
        }
        failing[0] = false;
        node.deliver();

        assertThat(statuses()).containsExactly("SENT");
        assertThat(transport.sent).hasSize(1);
    }

    @Test
    void an_unexpected_failure_keeps_the_mail_and_the_others_going() {
        enqueue("1");
        enqueue("2");
        transport.answers.add(new IllegalStateException("bug"));

        delivery.deliver();

        assertThat(statuses()).containsExactly("PENDING", "SENT");
    }

    @Test
    void four_nodes_never_send_the_same_mail_twice() throws Exception {
        for (var i = 0; i < 100; i++) {
            enqueue("" + i);
        }
        var barrier = new CyclicBarrier(4);
        var pool = Executors.newFixedThreadPool(4);
        var nodes = new ArrayList<Future<?>>();
        for (var i = 0; i < 4; i++) {
            var node = new OutboxDelivery(ledger, transport, RETRY, LEASE);
            nodes.add(pool.submit(() -> {
                barrier.await();
                node.deliver();
                return null;
            }));
        }
        for (var node : nodes) {
            node.get();
        }
        pool.shutdown();

        assertThat(transport.sent).hasSize(100).doesNotHaveDuplicates();
        assertThat(statuses()).containsOnly("SENT");
    }

    @Test
    void lists_newest_first_page_by_page_and_hides_mails_of_foreign_tiers() {
        for (var i = 0; i < 5; i++) {
            enqueue("" + i);
        }
        var first = service().search(new MailFilter("PENDING", "TEST", null), null, 3);
        var second = service().search(MailFilter.ALL, first.next(), 3);

        assertThat(first.items()).extracting(MailRow::reference).containsExactly("4", "3", "2");
        assertThat(first.total()).isEqualTo(5);
        assertThat(second.items()).extracting(MailRow::reference).containsExactly("1", "0");
        assertThat(second.next()).isNull();
        var stranger = new TestCallers();
        stranger.become(new Caller(5, "max", "Max", "fr", Set.of(Role.SALES_MANAGER), List.of(1L)));
        var foreign = new OutboxService(database.db(), clock, stranger, enqueued);
        assertThat(foreign.search(MailFilter.ALL, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> foreign.resend(first.items().get(0).id())).hasMessageContaining("not-found");
        assertThatThrownBy(() -> service().search(new MailFilter("LOST", null, null), null, 3))
                .hasMessageContaining("unknown");
    }

    private OutboxService service() {
        return new OutboxService(database.db(), clock, new TestCallers(), enqueued);
    }

    private long enqueue(String reference) {
        return outbox.enqueue(
                new OutgoingMail("TEST", reference, null, List.of("hq@acme.example"), "Subject", "Body", null));
    }

    private List<String> statuses() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select status from outbox_mail order by id")
                .mapTo(String.class)
                .list());
    }

    private String value(String column) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select " + column + "::text from outbox_mail")
                .map((row, context) -> row.getString(1))
                .one());
    }

    /** Answers as told, else accepts. */
    private static final class FakeTransport implements MailTransport {

        private final Deque<Exception> answers = new ArrayDeque<>();
        private final List<String> tried = Collections.synchronizedList(new ArrayList<>());
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private boolean down;

        @Override
        public String send(ClaimedMail mail) throws MailFailure {
            tried.add(mail.messageId());
            if (down) {
                throw new MailFailure(MailFailure.Kind.UNREACHABLE, "connection refused", null);
            }
            var answer = answers.poll();
            if (answer instanceof MailFailure failure) {
                throw failure;
            }
            if (answer instanceof RuntimeException bug) {
                throw bug;
            }
            sent.add(mail.messageId());
            return null;
        }
    }
}
