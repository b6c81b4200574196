package fr.tiers.calendar;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Records;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calendars out and in. */
class CalendarExchangeTest {

    private final CalendarFixture world = new CalendarFixture();

    @Test
    void theFeedIsReadByAnotherLibraryAsWhatItIs() throws Exception {
        var meeting = world.meeting(Duration.ofDays(2));
        var secret = world.events().create(10L, Records.with(world.command(Duration.ofDays(3)), "privateEntry", true));
        var cancelled = world.meeting(Duration.ofDays(4));
        world.events().changeState(cancelled.id(), cancelled.version(), EventState.CANCELLED);
        world.meeting(Duration.ofDays(700));
        world.events(CalendarFixture.colleague()).create(10L, world.command(Duration.ofDays(2)));
        var token = world.feeds().renew(false);

        var feed = world.reader().read(token).orElseThrow();
        var parsed = new CalendarBuilder().build(new StringReader(feed.content()));
        parsed.validate();

        List<VEvent> events = parsed.getComponents("VEVENT");
        assertThat(events.stream().map(event -> value(event, Property.UID)).collect(Collectors.toList()))
                .containsExactly(meeting.uid().toString(), secret.uid().toString());
        assertThat(value(events.get(0), Property.SUMMARY)).isEqualTo(meeting.subject());
        assertThat(value(events.get(1), Property.SUMMARY)).isEqualTo("Occupé");
        assertThat(value(events.get(1), Property.LOCATION)).isNull();
        assertThat(world.reader().read(token).orElseThrow().tag()).isEqualTo(feed.tag());
        world.feeds().choose(true);
        assertThat(world.reader().read(token).orElseThrow().content()).doesNotContain("Occupé");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }

    @Test
    void onlyTheLastSecretOpensAndNoneAfterRevocation() {
        var first = world.feeds().renew(false);
        var second = world.feeds().renew(false);

        assertThat(first).isNotEqualTo(second).hasSize(43);
        assertThat(world.reader().read(first)).isEmpty();
        assertThat(world.reader().read(second)).isPresent();
        assertThat(world.reader().read(null)).isEmpty();
        assertThat(world.feeds().state().readAt()).isNotNull();
        world.feeds().revoke();
        assertThat(world.reader().read(second)).isEmpty();
    }

    @Test
    void aCalendarIsBroughtOnceUpdatedAndWhatIsGoneIsCancelled() {
        var first = ics(
                event("a", "DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nSUMMARY:Dentiste"),
                event("b", "DTSTART;VALUE=DATE:20261224\nSUMMARY:Noël\nURL:javascript:alert(1)"));
        assertThat(world.imports().preview("Perso", first).added()).isEqualTo(2);
        assertThat(events()).isEmpty();
        world.imports().bring("Perso", first);
        assertThat(world.imports().bring("perso", first))
                .returns(0, CalendarImports.Outcome::added)
                .returns(2, CalendarImports.Outcome::unchanged);
        assertThat(events()).hasSize(2).allSatisfy(event -> {
            assertThat(event.privateEntry()).isTrue();
            assertThat(event.readOnly()).isTrue();
            assertThat(event.tierId()).isNull();
            assertThat(event.meeting().onlineLink()).isNull();
        });
        assertThat(events().get(1).allDay()).isTrue();
        assertThat(events().get(1).start()).isEqualTo(Instant.parse("2026-12-23T23:00:00Z"));
        assertThat(world.reminderStates()).isEmpty();

        var outcome = world.imports()
                .bring("Perso", ics(event("a", "DTSTART:20261201T110000Z\nDURATION:PT30M\nSUMMARY:Dentiste")));
        assertThat(outcome).returns(1, CalendarImports.Outcome::updated).returns(1, CalendarImports.Outcome::cancelled);
        assertThat(events().get(0).end()).isEqualTo(Instant.parse("2026-12-01T11:30:00Z"));
        assertThat(events().get(1).state()).isEqualTo(EventState.CANCELLED);
        assertThat(world.reader().read(world.feeds().renew(true)).orElseThrow().content())
                .doesNotContain("Dentiste");

        world.imports().forget(world.imports().mine().get(0).id());
        assertThat(events()).isEmpty();
        assertThat(world.imports().mine()).isEmpty();
    }

    private List<EventView> events() {
        return world
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select id from event order by starts_at, id")
                        .mapTo(Long.class)
                        .list())
                .stream()
                .map(id -> world.events().get(id))
                .toList();
    }

    @Test
    void recurrencesAreExpandedOverTheChangeOfClocksWithTheirExceptions() {
        var read = read(ics(
                event(
                        "daily",
                        "DTSTART;TZID=Romance Standard Time:20270327T100000\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Romance Standard Time:20270329T100000\nSUMMARY:x"),
                event(
                        "daily",
                        "RECURRENCE-ID;TZID=Europe/Paris:20270330T100000\nDTSTART;TZID=Europe/Paris:20270330T150000\nSUMMARY:moved"),
                event("monthly", "DTSTART;VALUE=DATE:20270131\nRRULE:FREQ=MONTHLY\nSUMMARY:31"),
                event("old", "DTSTART:19700101T100000Z\nRRULE:FREQ=YEARLY\nSUMMARY:old"),
                event("fine", "DTSTART:20270101T100000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:no")));

        assertThat(starts(read, "daily"))
                .containsExactly("2027-03-27T09:00:00Z", "2027-03-28T08:00:00Z", "2027-03-30T13:00:00Z");
        assertThat(starts(read, "monthly"))
                .containsExactly(
                        "2027-01-30T23:00:00Z",
                        "2027-03-30T22:00:00Z",
                        "2027-05-30T22:00:00Z",
                        "2027-07-30T22:00:00Z",
                        "2027-08-30T22:00:00Z",
                        "2027-10-30T22:00:00Z");
        assertThat(starts(read, "old")).containsExactly("2027-01-01T10:00:00Z");
        assertThat(read.warnings()).containsExactly("recurrence-too-fine");
    }

    @Test
    void aDayThatIsBroughtForwardIntoTheWindowIsThere() {
        var read = read(ics(
                event("late", "DTSTART:20270105T100000Z\nRRULE:FREQ=MONTHLY;UNTIL=20280105T100000Z\nSUMMARY:x"),
                event("late", "RECURRENCE-ID:20271205T100000Z\nDTSTART:20271101T100000Z\nSUMMARY:earlier")));

        assertThat(starts(read, "late")).hasSize(12).contains("2027-11-01T10:00:00Z");
    }

    private static List<String> starts(CalendarReader.Result read, String uid) {
        return read.entries().stream()
                .filter(entry -> entry.uid().startsWith(uid + '/'))
                .map(entry -> entry.start().toString())
                .toList();
    }

    @Test
    void whatIsNoCalendarOrTooMuchOfOneIsRefused() {
        assertThatThrownBy(() -> read("%PDF-1.4")).hasMessageContaining("calendar-unreadable");
        assertThatThrownBy(() -> read("")).hasMessageContaining("calendar-unreadable");
        assertThatThrownBy(() -> read("BEGIN:VCARD\nEND:VCARD")).hasMessageContaining("calendar-unreadable");
        assertThatThrownBy(() -> read("x".repeat(1_000_000))).hasMessageContaining("calendar-too-large");
        var many = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            many.append(event("d" + i, "DTSTART:20261201T0" + i + "0000Z\nRRULE:FREQ=DAILY\nSUMMARY:d"));
        }
        assertThatThrownBy(() -> read(ics(many.toString()))).hasMessageContaining("calendar-too-many");
        assertThat(read(ics(event("n", "SUMMARY:no time"))).skipped()).isEqualTo(1);
        assertThat(read(ics(event("z", "DTSTART;TZID=Mars/Olympus:20261201T100000\nSUMMARY:z"))))
                .satisfies(result -> assertThat(result.warnings()).containsExactly("unknown-zone"))
                .satisfies(result ->
                        assertThat(result.entries().get(0).start()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z")));
    }

    @Test
    void whateverIsInAFileTheAnswerIsEntriesOrARefusal() {
        var random = new Random(20261122);
        var seed = ics(
                event(
                        "fuzz",
                        "DTSTART;TZID=Europe/Paris:20270131T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=5\nEXDATE:20270209T090000Z\nSUMMARY:a\\, b"),
                event(
                        "day",
                        "DTSTART;VALUE=DATE:20270131\nDTEND;VALUE=DATE:20270202\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
        var tokens = List.of(
                "BEGIN:",
                "END:VEVENT",
                "\r\n ",
                ";",
                ":",
                "\"",
                "FREQ=",
                "INTERVAL=0",
                "COUNT=-1",
                "BYDAY=",
                "UNTIL=99999999",
                "999999999",
                "\u0000",
                "😀",
                "\\",
                "TZID=",
                "BEGIN:VTIMEZONE\r\n",
                "=",
                "P9999999999W",
                "T25",
                ",");
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder(seed);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, tokens.get(random.nextInt(tokens.size())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                    default -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
                }
            }
            try {
                read(text.toString());
            } catch (BusinessException refusal) {
                assertThat(refusal.code()).startsWith("calendar-");
            }
        }
    }

    private static CalendarReader.Result read(String text) {
        return CalendarReader.read(text, Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-11-22T00:00:00Z"));
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261101T000000Z\n" + lines + "\nEND:VEVENT\n";
    }

    private static String ics(String... events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + String.join("", events) + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    @Test
    void ourOwnFeedComesBackAsTheSameEvents() {
        var meeting = world.meeting(Duration.ofDays(2));
        var day = world.events()
                .create(
                        10L,
                        Records.with(
                                new EventCommand("MEETING", "Salon", null, Instant.parse("2027-03-27T23:00:00Z")),
                                "allDay",
                                true));
        var feed = world.reader().read(world.feeds().renew(true)).orElseThrow();

        var entries = CalendarReader.sorted(read(feed.content()).entries());

        assertThat(entries).extracting(ImportedEntry::start).containsExactly(meeting.start(), day.start());
        assertThat(entries).extracting(ImportedEntry::subject).containsExactly(meeting.subject(), day.subject());
        assertThat(entries.get(0).end()).isEqualTo(meeting.end());
        assertThat(entries.get(1).allDay()).isTrue();
    }
}
