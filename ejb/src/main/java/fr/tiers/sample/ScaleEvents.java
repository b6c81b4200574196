package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows of events: of every kind and state, with those who take part and the line of the change log that each leaves. */
final class ScaleEvents {

    private static final int LATE_DAYS = 60;
    private static final int CANCELLED = 3;
    private static final List<String> PRIORITIES = List.of("NORMAL", "HIGH", "LOW", "URGENT");
    private static final List<String> OUTCOMES = List.of("REACHED", "VOICEMAIL", "NO_ANSWER", "CALL_BACK", "REFUSED");

    private final SampleEvents texts = new SampleEvents(Product.load());
    private final ScaleStructure structure;
    private final LocalDate today;

    private final CopyRows events = new CopyRows(
            "event",
            """
            id, tier_id, contact_id, type, subject, body, starts_at, ends_at, all_day, author, created_at, state, assignee_id, direction,
            minutes, outcome, due_on, priority, private, uid
            """);
    private final CopyRows participants =
            new CopyRows("event_participant", "id, event_id, user_id, contact_id, answer");
    private final CopyRows history;

    ScaleEvents(ScaleStructure structure, LocalDate today, CopyRows history) {
        this.structure = structure;
        this.today = today;
        this.history = history;
    }

    /**
     * Whom an event is about and where its rows stand.
     *
     * @param participant first of two numbers
     * @param tier null for what is among colleagues
     * @param contact null when it is not said
     * @param login whose it is
     */
    record About(long event, long participant, long line, Long tier, Long contact, SamplePerson person, String login) {}

    /** @param day from today, which is still to come; weekends move to the Friday before */
    void add(About about, int day, Draw draw) {
        var event = day < 0 ? texts.past(draw, about.person(), day) : texts.coming(draw, about.person(), day);
        var date = weekday(today.plusDays(day));
        boolean meeting = "MEETING".equals(event.type());
        boolean fair = meeting && draw.below(200) == 0;
        boolean call = "CALL".equals(event.type());
        boolean task = "TASK".equals(event.type());
        var start = at(date, fair ? 0 : event.minute());
        var end = fair ? at(date.plusDays(2), 0) : meeting ? start.plusSeconds(draw.chance(25) ? 5400 : 3600) : null;
        var created = day < 0 ? start : at(weekday(today.minusDays(draw.between(1, 20))), event.minute());
        boolean note = "NOTE".equals(event.type());
        events.add(
                about.event(),
                about.tier(),
                about.contact(),
                fair ? "TRADE_SHOW" : event.type(),
                event.subject(),
                event.body(),
                start,
                end,
                fair,
                about.login(),
                created,
                note ? "DONE" : state(task, day, draw),
                note ? null : structure.userId(about.login()),
                call ? draw.chance(35) ? "IN" : "OUT" : null,
                call && day < 0 ? 2 + draw.skewed(30, 4) : null,
                call && day < 0 ? ScaleTiers.usual(OUTCOMES, draw) : null,
                task ? date : null,
                task ? ScaleTiers.usual(PRIORITIES, draw) : null,
                meeting && draw.chance(4),
                uid(about.event()));
        if (about.tier() != null) {
            history.add(
                    about.line(),
                    about.tier(),
                    "event",
                    about.event(),
                    "CREATE",
                    about.login(),
                    TierWriter.SOURCE,
                    created);
        }
        if (meeting) {
            addParticipants(about, draw);
        }
    }

    private static String state(boolean task, int day, Draw draw) {
        int share = draw.below(100);
        if (share < CANCELLED) {
            return "CANCELLED";
        } else if (day >= 0) {
            return "PLANNED";
        } else if (task && day > -LATE_DAYS && share < 30) {
            return share < 15 ? "IN_PROGRESS" : "PLANNED";
        }
        return "DONE";
    }

    private void addParticipants(About about, Draw draw) {
        if (draw.chance(40)) {
            var colleague = structure.colleague(draw);
            if (!colleague.equals(about.login())) {
                var answer = draw.chance(90) ? "ACCEPTED" : draw.chance(50) ? "DECLINED" : "NEEDS_ACTION";
                participants.add(about.participant(), about.event(), structure.userId(colleague), null, answer);
            }
        }
        if (about.contact() != null && draw.chance(50)) {
            participants.add(about.participant() + 1, about.event(), null, about.contact(), "ACCEPTED");
        }
    }

    private static LocalDate weekday(LocalDate day) {
        int past = day.getDayOfWeek().getValue() - 5;
        return past > 0 ? day.minusDays(past) : day;
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(ClockProducer.ZONE).toInstant();
    }

    /** In the order of the numbers, so that its index grows at one end; of the version for names of one's own making (RFC 9562). */
    private static UUID uid(long event) {
        return new UUID(event << 16 | 0x8000, Long.MIN_VALUE | Draw.mix(event) >>> 2);
    }

    void write(Handle handle) {
        events.write(handle);
        participants.write(handle);
    }
}
