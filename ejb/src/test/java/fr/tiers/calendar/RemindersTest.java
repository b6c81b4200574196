package fr.tiers.calendar;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventState;
import fr.tiers.event.Participant;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RemindersTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final CalendarFixture world = new CalendarFixture();

    @Test
    void everybodyConcernedIsRemindedOnceInTheOwnLanguage() {
        world.meeting(HOUR, Participant.user("colleague"), Participant.guest("x@y.example", "X"));

        assertThat(world.reminderStates()).containsExactly("1 15 PENDING", "2 15 PENDING");
        assertThat(world.sendAll()).isZero();
        world.clock.advance(Duration.ofMinutes(45));
        assertThat(world.sendAll()).isEqualTo(2);
        assertThat(world.sendAll()).isZero();
        assertThat(world.mails())
                .containsExactly(
                        "MEETING_REMINDER " + CalendarFixture.SALES, "MEETING_REMINDER " + CalendarFixture.COLLEAGUE);
        assertThat((String) world.lastMail().get("subject"))
                .isEqualTo("Reminder: Point, trimestriel; été – 22/11/2026 11:00");
        assertThat((String) world.lastMail().get("body"))
                .contains(
                        "Sunday 22 November 2026, 11:00 – 12:00 (Paris time)",
                        "Salle Élysée",
                        "Tier 10",
                        "https://crm.acme.example/tiers/event/record.xhtml?id=");
        assertThat(world.reminders().due()).singleElement().returns(15, ReminderView::minutes);
    }

    @Test
    void whatIsMovedIsRemindedOfAnewAndWhatIsOverNot() {
        var event = world.meeting(HOUR);
        world.clock.advance(Duration.ofMinutes(50));
        world.sendAll();
        var moved =
                world.events().move(event.id(), event.version(), world.in(HOUR), world.in(HOUR.multipliedBy(2)), false);

        assertThat(world.reminderStates()).containsExactly("1 15 PENDING");
        assertThat(world.reminders().due()).isEmpty();
        world.clock.advance(Duration.ofMinutes(50));
        assertThat(world.sendAll()).isEqualTo(1);
        assertThat(world.mails()).hasSize(2);

        var back = world.events().move(moved.id(), moved.version(), event.start(), event.end(), false);
        assertThat(back.start()).isEqualTo(event.start());
        assertThat(world.sendAll()).isZero();
    }

    @Test
    void whatIsCancelledDoneOrBegunIsDroppedWithItsReason() {
        var cancelled = world.meeting(HOUR);
        world.events().changeState(cancelled.id(), cancelled.version(), EventState.CANCELLED);
        assertThat(world.reminderStates()).containsExactly("1 15 DROPPED CANCELLED");
        world.events().changeState(cancelled.id(), cancelled.version() + 1, EventState.PLANNED);
        assertThat(world.reminderStates()).containsExactly("1 15 PENDING");
        world.events().changeState(cancelled.id(), cancelled.version() + 2, EventState.DONE);
        assertThat(world.reminderStates()).containsExactly("1 15 DROPPED DONE");

        world.events().delete(cancelled.id(), cancelled.version() + 3);
        world.meeting(HOUR);
        world.clock.advance(HOUR.multipliedBy(2));
        world.sendAll();
        assertThat(world.reminderStates()).containsExactly("1 15 DROPPED BEGUN");
        assertThat(world.mails()).isEmpty();
    }

    @Test
    void afterAPauseWhatHasNotBegunIsStillTold() {
        world.meeting(HOUR);
        world.clock.advance(Duration.ofMinutes(59));

        assertThat(world.sendAll()).isEqualTo(1);
        assertThat(world.mails()).hasSize(1);
    }

    @Test
    void oneChoosesForAnEventAndAsARule() {
        var event = world.meeting(Duration.ofDays(3));
        assertThat(world.reminders().of(event.id())).isEqualTo(new Reminders.OfEvent(List.of(15), false, true));

        world.reminders().choose(event.id(), List.of(1440, 0, 60, 60));
        assertThat(world.reminders().of(event.id())).isEqualTo(new Reminders.OfEvent(List.of(0, 60, 1440), true, true));
        assertThat(world.reminderStates())
                .containsExactly("1 0 PENDING", "1 15 DROPPED NOT_WANTED", "1 60 PENDING", "1 1440 PENDING");
        world.reminders().choose(event.id(), List.of());
        assertThat(world.reminderStates()).noneMatch(state -> state.contains("PENDING"));
        world.reminders().forget(event.id());
        world.reminders().prefer(new ReminderPreference(true, false, null, 30, null, null));
        assertThat(world.reminderStates()).contains("1 30 PENDING", "1 15 DROPPED NOT_WANTED");

        assertThatThrownBy(() -> world.reminders().choose(event.id(), Arrays.asList(-1, null)))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("minutes");
        assertThatThrownBy(() -> world.reminders().prefer(new ReminderPreference(true, true, 50_000, null, null, null)))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void aDayBeginsInTheMorningAlsoWhenTheClocksChange() {
        var task = new EventCommand("TASK", "Relance", null, null);
        world.reminders().prefer(new ReminderPreference(true, true, null, null, 0, null));
        world.events().create(10L, Records.with(task, "task", new EventCommand.Task(LocalDate.of(2027, 3, 28), null)));

        assertThat(dueAt()).containsExactly(Instant.parse("2027-03-28T07:00:00Z"));
        world.clock.advance(Duration.between(world.clock.instant(), Instant.parse("2027-03-28T07:00:04Z")));
        assertThat(world.sendAll()).isEqualTo(1);
        assertThat(world.mails()).containsExactly("TASK_REMINDER " + CalendarFixture.SALES);
    }

    private List<Instant> dueAt() {
        return world.database.jdbi().withHandle(handle -> handle.createQuery(
                        "select due_at from event_reminder order by id")
                .mapTo(Instant.class)
                .list());
    }

    @Test
    void withoutATemplateItStaysDueAndSaysWhy() {
        world.database
                .jdbi()
                .useHandle(handle -> handle.execute("delete from mail_template where purpose = 'MEETING_REMINDER'"));
        world.meeting(HOUR);
        world.clock.advance(Duration.ofMinutes(46));

        world.sendAll();
        assertThat(world.reminderStates()).containsExactly("1 15 PENDING template-missing");
        assertThat(world.reminders().problems())
                .singleElement()
                .returns("Acme SAS", Reminders.Problem::company)
                .returns("MEETING_REMINDER", Reminders.Problem::purpose);
        assertThat(world.reminders().due()).hasSize(1);

        world.database
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "insert into mail_template (company_id, purpose, language, subject, body) values (7, 'MEETING_REMINDER', 'fr', 'S', 'B')"));
        world.clock.advance(Duration.ofMinutes(2));
        world.sendAll();
        assertThat(world.reminderStates()).containsExactly("1 15 SENT");
        assertThat(world.mails()).hasSize(1);
        assertThat(world.reminders().problems()).isEmpty();
    }

    @Test
    void twoTimersNeverTellTwiceAndAFailureLosesNone() throws Exception {
        IntStream.range(0, 40).forEach(i -> world.meeting(HOUR));
        world.clock.advance(Duration.ofMinutes(50));
        assertThatThrownBy(() -> world.database.inTransaction(() -> {
                    world.sender().sendNext();
                    throw new IllegalStateException("killed before the commit");
                }))
                .hasMessageContaining("killed");
        var start = new CyclicBarrier(2);
        Callable<Integer> timer = () -> {
            start.await();
            return world.sendAll();
        };
        var pool = Executors.newFixedThreadPool(2);
        try {
            int sent = 0;
            for (var each : pool.invokeAll(List.of(timer, timer))) {
                sent += each.get();
            }
            // whoever finds everything locked leaves; what the other was at is its own
            assertThat(sent + world.sendAll()).isEqualTo(40);
        } finally {
            pool.shutdown();
        }
        assertThat(world.mails()).hasSize(40);
        assertThat(world.reminderStates()).hasSize(40).allMatch(state -> state.endsWith("SENT"));
    }

    @Test
    void whatSomebodyHasSeenIsShownNoMore() {
        world.meeting(HOUR);
        world.clock.advance(Duration.ofMinutes(46));
        world.sendAll();
        long id = world.reminders().due().get(0).id();

        world.reminders().seen(id);
        world.reminders().seen(id);

        assertThat(world.reminders().due()).isEmpty();
        assertThatThrownBy(() -> world.reminders().seen(id + 1)).hasMessageContaining("not-found");
    }
}
