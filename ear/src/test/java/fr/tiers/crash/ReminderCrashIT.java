package fr.tiers.crash;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every reminder that is due stands in the outbox once, however often the server is killed while it tells them. */
class ReminderCrashIT {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int REMINDERS = 400;

    private static Installation site;

    @BeforeAll
    static void start() throws Exception {
        site = Installation.prepare("reminders")
                .with("tiers.smtp.host", "localhost")
                .with("tiers.smtp.port", 9) // nobody: it is about what stands in the outbox
                .with("tiers.mail.from", "crm@example.fr")
                .with("tiers.reminder.poll", "PT1S")
                .with("tiers.outbox.retry", "PT1H");
        site.start();
        site.createUser();
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void reminders_are_sent_once_although_the_server_is_killed_in_the_middle() throws Exception {
        site.sql().update("update app_user set email = 'somebody@example.fr'");
        site.sql()
                .update("insert into event (type, subject, starts_at, state, author, assignee_id, created_at)"
                        + " select 'MEETING', 'Réunion ' || n, now() + interval '2 hours', 'PLANNED', u.login, u.id, now()"
                        + " from generate_series(1, " + REMINDERS
                        + ") n, (select * from app_user order by id limit 1) u");
        site.sql()
                .update(
                        "insert into event_reminder (event_id, user_id, minutes, event_start, due_at, next_try_at, state)"
                                + " select id, assignee_id, 120, starts_at, now(), now(), 'PENDING' from event");

        for (int kill = 0; kill < 2; kill++) {
            long before = sent();
            Until.holds("some are told", LONG, () -> sent() > before || sent() == REMINDERS);
            site.kill();
            site.start();
        }

        Until.holds("all are told", LONG, () -> sent() == REMINDERS);
        assertThat(number("select count(distinct reference) from outbox_mail where purpose = 'MEETING_REMINDER'"))
                .isEqualTo(REMINDERS);
        assertThat(number("select count(*) from event_reminder r where not exists (select 1 from outbox_mail m"
                        + " where m.purpose = 'MEETING_REMINDER' and m.reference = r.id || '-' || r.plan)"))
                .isZero();
    }

    private static long sent() throws Exception {
        return number("select count(*) from event_reminder where state = 'SENT'");
    }

    private static long number(String query) throws Exception {
        return site.sql().number(query);
    }
}
