package fr.tiers.calendar;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.Participant.Answer;
import fr.tiers.event.SeriesScope;
import fr.tiers.event.SeriesView;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.recurrence.Frequency;
import fr.tiers.recurrence.Rule;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A series is one invitation; an independent library reads what we write. The clock stands on Sunday the 22nd of November 2026. */
class SeriesInvitationsTest {

    private static final Participant GUEST = Participant.guest("paul@client.example", "Paul");
    private static final Rule TUESDAYS = Rule.weekly(1, DayOfWeek.TUESDAY);

    private final CalendarFixture world = new CalendarFixture();

    /** From ten to eleven o'clock in Paris. */
    private static EventCommand at(String day, Participant... people) {
        var start = LocalDateTime.parse(day + "T10:00");
        var command = new EventCommand("MEETING", "Point", null, instant(start));
        command = Records.with(command, "end", instant(start.plusHours(1)));
        return Records.with(command, "meeting", new EventCommand.Meeting("Nantes", null, List.of(people)));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ClockProducer.ZONE).toInstant();
    }

    private SeriesView invited(String day, Rule rule, Participant... people) {
        var made = world.series().create(10L, at(day, people), rule);
        world.invitations().choose(made.events().get(0).eventId(), true);
        return made;
    }

    private EventView event(SeriesView series, int number) {
        return world.events().get(series.events().get(number).eventId());
    }

    private Calendar parsed() throws Exception {
        return parsed((String) world.lastMail().get("calendar"));
    }

    private static Calendar parsed(String text) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        calendar.validate();
        return calendar;
    }

    private static List<VEvent> entries(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }

    /** What a calendar shows for the series as a whole, by the clock in Paris. */
    private static List<String> shown(VEvent master) {
        var from = ZonedDateTime.parse("2026-11-01T00:00:00+01:00[Europe/Paris]");
        return master.<ZonedDateTime>calculateRecurrenceSet(new Period<>(from, from.plusMonths(14))).stream()
                .map(period -> LocalDateTime.ofInstant(Instant.from(period.getStart()), ClockProducer.ZONE)
                        .toString())
                .sorted()
                .toList();
    }

    private EventView moved(EventView event, Duration by) {
        return world.events()
                .move(
                        event.id(),
                        event.version(),
                        event.start().plus(by),
                        event.end().plus(by),
                        false);
    }

    @Test
    void aSeriesIsOneInvitationThatStaysAtTenWhenTheClocksChange() throws Exception {
        invited("2026-11-24", TUESDAYS.times(20), GUEST, Participant.user("colleague"));

        assertThat(world.mails())
                .containsExactly("GUEST_ADDED paul@client.example", "GUEST_ADDED " + CalendarFixture.COLLEAGUE);
        assertThat((String) world.lastMail().get("calendar"))
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris", "DTSTART;TZID=Europe/Paris:20261124T100000");
        var entries = entries(parsed());
        assertThat(entries).hasSize(1);
        assertThat(shown(entries.get(0)))
                .hasSize(20)
                .startsWith("2026-11-24T10:00")
                .endsWith("2027-04-06T10:00")
                .allMatch(time -> time.endsWith("T10:00"));
        assertThat((String) world.lastMail().get("body")).contains("every week on Tuesday, 20 times");
    }

    @Test
    void everyRuleMeansTheSameThereAsHere() throws Exception {
        var rules = Map.of(
                "2026-11-30", monthly(null),
                "2026-12-31", monthly(null),
                "2026-12-29", monthly(null),
                "2026-12-30", monthly(null),
                "2026-11-24",
                        Rule.weekly(2, DayOfWeek.MONDAY, DayOfWeek.FRIDAY).endingOn(java.time.LocalDate.of(2027, 6, 1)),
                "2026-11-25", Rule.daily(3),
                "2026-11-27",
                        new Rule(
                                Frequency.MONTHLY,
                                1,
                                java.util.Set.of(DayOfWeek.FRIDAY),
                                Rule.LAST,
                                null,
                                null,
                                null,
                                null),
                "2026-12-09",
                        new Rule(Frequency.MONTHLY, 2, java.util.Set.of(DayOfWeek.WEDNESDAY), 2, null, null, null, 5),
                "2027-02-28", new Rule(Frequency.YEARLY, 1, null, null, 29, 2, null, null),
                "2027-01-30", new Rule(Frequency.YEARLY, 1, null, null, null, null, null, null));
        for (var each : rules.entrySet()) {
            invited(each.getKey(), each.getValue(), GUEST);
            var ours = each.getValue()
                    .days(java.time.LocalDate.parse(each.getKey()))
                    .takeWhile(day -> day.isBefore(java.time.LocalDate.of(2028, 1, 1)))
                    .map(day -> day + "T10:00")
                    .toList();
            assertThat(shown(entries(parsed()).get(0))).as(each.toString()).isEqualTo(ours);
        }
    }

    private static Rule monthly(Integer day) {
        return new Rule(Frequency.MONTHLY, 1, null, null, day, null, null, null);
    }

    @Test
    void oneDayThatMovesIsCalledOffOrComesBackIsToldAsThatDay() throws Exception {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST);
        var uid = value(entries(parsed()).get(0), Property.UID);

        moved(event(series, 1), Duration.ofHours(4));
        assertThat(world.mails()).hasSize(2).endsWith("MEETING_MOVED paul@client.example");
        var one = entries(parsed()).get(0);
        assertThat(value(one, Property.UID)).isEqualTo(uid);
        assertThat(value(one, "RECURRENCE-ID")).isEqualTo("20261201T100000");
        assertThat(value(one, Property.DTSTART)).isEqualTo("20261201T140000");
        assertThat(value(one, Property.RRULE)).isNull();
        assertThat(value(one, Property.SEQUENCE)).isEqualTo("1");

        var third = event(series, 2);
        var off = world.events().changeState(third.id(), third.version(), EventState.CANCELLED);
        assertThat(world.mails()).hasSize(3).endsWith("MEETING_CANCELLED paul@client.example");
        one = entries(parsed()).get(0);
        assertThat(world.lastMail().get("calendar_method")).isEqualTo("CANCEL");
        assertThat(value(one, "RECURRENCE-ID")).isEqualTo("20261208T100000");
        world.events().changeState(off.id(), off.version(), EventState.PLANNED);
        assertThat(world.mails()).hasSize(4).endsWith("GUEST_ADDED paul@client.example");

        var fourth = event(series, 3);
        world.events().delete(fourth.id(), fourth.version());
        assertThat(world.mails()).hasSize(5).endsWith("MEETING_CANCELLED paul@client.example");
        assertThat(value(entries(parsed()).get(0), Property.SEQUENCE)).isEqualTo("4");
    }

    @Test
    void allThatDiffersGoesWithTheWholeSeries() throws Exception {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST);
        moved(event(series, 1), Duration.ofDays(1));
        var third = event(series, 2);
        world.events().delete(third.id(), third.version());
        var last = event(series, 5);
        world.series()
                .update(last.id(), last.version(), Records.with(last.command(), "subject", "Bilan"), SeriesScope.ALL);

        assertThat(world.mails()).hasSize(2).endsWith("MEETING_MOVED paul@client.example");
        var entries = entries(parsed());
        assertThat(entries).hasSize(2);
        assertThat(value(entries.get(0), Property.SUMMARY)).isEqualTo("Bilan");
        assertThat(value(entries.get(0), "EXDATE")).isEqualTo("20261208T100000");
        assertThat(shown(entries.get(0))).hasSize(5).doesNotContain("2026-12-08T10:00");
        assertThat(value(entries.get(1), "RECURRENCE-ID")).isEqualTo("20261201T100000");
        assertThat(value(entries.get(1), Property.DTSTART)).isEqualTo("20261202T100000");
        assertThat(value(entries.get(1), Property.SUMMARY)).isEqualTo("Point");
    }

    @Test
    void severalChangesAreOneMailAndWhatIsTakenBackIsNone() {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST);
        var moved = moved(event(series, 1), Duration.ofHours(2));
        moved = moved(moved, Duration.ofHours(2));
        assertThat(world.mails()).hasSize(2);
        var there = moved(moved, Duration.ofHours(1));
        moved(there, Duration.ofHours(-1));
        assertThat(world.mails()).hasSize(2);
    }

    @Test
    void theFollowingBecomeASeriesOfTheirOwnAndTheFirstEnds() throws Exception {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST);
        var uid = value(entries(parsed()).get(0), Property.UID);
        var third = event(series, 2);
        var later = Records.with(
                Records.with(third.command(), "start", third.start().plus(Duration.ofHours(3))),
                "end",
                third.end().plus(Duration.ofHours(3)));
        world.series().update(third.id(), third.version(), later, SeriesScope.FOLLOWING);

        assertThat(world.mails())
                .hasSize(3)
                .contains("MEETING_MOVED paul@client.example", "GUEST_ADDED paul@client.example");
        var calendars = calendars();
        var first = entries(parsed(calendars.get(1)));
        var rest = entries(parsed(calendars.get(2)));
        if (!value(first.get(0), Property.UID).equals(uid)) {
            var other = first;
            first = rest;
            rest = other;
        }
        assertThat(shown(first.get(0))).containsExactly("2026-11-24T10:00", "2026-12-01T10:00");
        assertThat(value(rest.get(0), Property.UID)).isNotEqualTo(uid);
        assertThat(shown(rest.get(0))).startsWith("2026-12-08T13:00").allMatch(time -> time.endsWith("T13:00"));
    }

    private List<String> calendars() {
        return world.database.jdbi().withHandle(handle -> handle.createQuery(
                        "select calendar from outbox_mail order by id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void theEndOfASeriesIsOneCancelAndTheEndOfItsRestNone() throws Exception {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST, Participant.user("colleague"));
        var third = event(series, 2);
        world.series().end(third.id(), third.version());
        assertThat(world.mails())
                .hasSize(4)
                .endsWith("MEETING_MOVED paul@client.example", "MEETING_MOVED " + CalendarFixture.COLLEAGUE);
        assertThat(shown(entries(parsed()).get(0))).hasSize(3);

        var first = event(series, 0);
        world.series().delete(first.id(), first.version(), SeriesScope.ALL);
        assertThat(world.mails())
                .hasSize(6)
                .endsWith("MEETING_CANCELLED paul@client.example", "MEETING_CANCELLED " + CalendarFixture.COLLEAGUE);
        assertThat(value(entries(parsed()).get(0), "RECURRENCE-ID")).isNull();
        assertThat(value(entries(parsed()).get(0), Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void aGuestOfOneDayIsInvitedToThatDay() throws Exception {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST);
        var second = event(series, 1);
        var people = List.of(GUEST, Participant.guest("lea@client.example", "Léa"));
        second = world.events()
                .update(
                        second.id(),
                        second.version(),
                        Records.with(
                                second.command(), "meeting", Records.with(second.meeting(), "participants", people)));

        assertThat(world.mails()).hasSize(2).endsWith("GUEST_ADDED lea@client.example");
        var entries = entries(parsed());
        assertThat(entries).hasSize(1);
        assertThat(value(entries.get(0), "RECURRENCE-ID")).isEqualTo("20261201T100000");
        world.events()
                .update(
                        second.id(),
                        second.version(),
                        Records.with(
                                second.command(),
                                "meeting",
                                Records.with(second.meeting(), "participants", List.of())));
        assertThat(world.mails())
                .hasSize(4)
                .contains("GUEST_REMOVED lea@client.example", "GUEST_REMOVED paul@client.example");
    }

    @Test
    void wholeDaysComeAgainAsDays() throws Exception {
        var command = Records.with(
                Records.with(
                        Records.with(
                                at("2027-03-29", GUEST), "start", instant(LocalDateTime.parse("2027-03-28T00:00"))),
                        "end",
                        instant(LocalDateTime.parse("2027-03-30T00:00"))),
                "allDay",
                true);
        var made = world.series().create(10L, command, Rule.daily(7).times(4));
        world.invitations().choose(made.events().get(0).eventId(), true);
        var third = event(made, 2);
        world.events().delete(third.id(), third.version());
        var second = event(made, 1);
        world.series()
                .update(
                        second.id(),
                        second.version(),
                        Records.with(second.command(), "body", "Salon"),
                        SeriesScope.ALL);

        var text = (String) world.lastMail().get("calendar");
        parsed(text);
        assertThat(text)
                .contains(
                        "DTSTART;VALUE=DATE:20270328\r\n",
                        "DTEND;VALUE=DATE:20270330\r\n",
                        "EXDATE;VALUE=DATE:20270411\r\n",
                        "RRULE:FREQ=DAILY;COUNT=4;INTERVAL=7\r\n")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void anAnswerIsForTheSeriesOrForTheDayThatTheMailIsAbout() {
        var series = invited("2026-11-24", TUESDAYS.times(4), GUEST);
        world.answers().answer(token(), Answer.ACCEPTED, "fr");
        assertThat(answers(series)).containsOnly(Answer.ACCEPTED);
        assertThat(world.mails()).hasSize(2);

        moved(event(series, 1), Duration.ofHours(2));
        world.tell();
        assertThat(answers(series))
                .containsExactly(Answer.ACCEPTED, Answer.NEEDS_ACTION, Answer.ACCEPTED, Answer.ACCEPTED);
        world.answers().answer(token(), Answer.DECLINED, "fr");
        assertThat(answers(series)).containsExactly(Answer.ACCEPTED, Answer.DECLINED, Answer.ACCEPTED, Answer.ACCEPTED);
    }

    private List<Answer> answers(SeriesView series) {
        return IntStream.range(0, series.events().size())
                .mapToObj(number ->
                        event(series, number).meeting().participants().get(0).answer())
                .toList();
    }

    private String token() {
        var matcher = Pattern.compile("answer\\.xhtml\\?t=([\\w-]{43})&lang=")
                .matcher((String) world.lastMail().get("body"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void aMeetingThatBecomesASeriesKeepsItsNameInCalendars() throws Exception {
        var event = world.events().create(10L, at("2026-11-24", GUEST));
        world.invitations().choose(event.id(), true);
        var uid = value(entries(parsed()).get(0), Property.UID);
        var series = world.series().repeat(event.id(), event.version(), TUESDAYS.times(3));

        assertThat(series.events()).hasSize(3);
        assertThat(world.mails()).hasSize(2).endsWith("MEETING_MOVED paul@client.example");
        assertThat(value(entries(parsed()).get(0), Property.UID)).isEqualTo(uid);
        assertThat(shown(entries(parsed()).get(0))).hasSize(3);
        assertThat(world.invitations().of(series.events().get(2).eventId()).guests())
                .extracting(Guest::state)
                .containsExactly(Guest.State.INVITED);
    }

    @Test
    void twoNodesTellAChangeOnceAndAKillInTheMiddleLosesNone() {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST, Participant.user("colleague"));
        moved(event(series, 1), Duration.ofHours(1));
        world.due();
        assertThatThrownBy(() -> world.database.inTransaction(() -> {
                    world.teller().tellNext();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(sent()).isEqualTo(2);

        var nodes = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> world.database.inTransaction(() -> world.teller().tellNext())))
                .limit(3)
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(sent()).isEqualTo(4);
    }

    private int sent() {
        return world.database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from outbox_mail")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void aChangeThatCannotBeToldIsRefusedOrWaitsForItsTemplate() {
        var series = invited("2026-11-24", TUESDAYS.times(6), GUEST);
        moved(event(series, 1), Duration.ofHours(1));
        world.database
                .jdbi()
                .useHandle(handle -> handle.execute("delete from mail_template where purpose = 'MEETING_MOVED'"));
        world.due();
        world.database.inTransaction(() -> world.teller().tellNext());
        assertThat(sent()).isEqualTo(1);
        assertThat(world.reminders().problems())
                .singleElement()
                .returns("template-missing", Reminders.Problem::code)
                .returns("Acme SAS", Reminders.Problem::company);
        var third = event(series, 2);
        assertThatThrownBy(() -> moved(third, Duration.ofHours(1)))
                .hasMessageContaining("template-missing")
                .hasMessageContaining("Acme SAS");
    }

    @Test
    void fiveHundredGuestsAndThoseWithoutAnAddressAreOneMailEach() {
        world.database
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "insert into contact (id, last_name, first_name, language, created_at) values (6, 'Muet', 'Jean', 'fr', now())"));
        var people = Stream.concat(
                        IntStream.range(0, 499)
                                .mapToObj(i -> Participant.guest("guest" + i + "@client.example", "Guest " + i)),
                        Stream.of(Participant.contact(6)))
                .toArray(Participant[]::new);
        var series = world.database.inTransaction(
                () -> world.series().create(10L, at("2026-11-24", people), TUESDAYS.times(2)));
        world.database.inTransaction(
                () -> world.invitations().choose(series.events().get(0).eventId(), true));

        assertThat(world.mails()).hasSize(499).doesNotHaveDuplicates();
        assertThat((String) world.lastMail().get("calendar"))
                .contains("RRULE:")
                .doesNotContain("guest1@client.example");
    }

    @Test
    void theFeedHasTheSeriesUnderTheNameOfTheInvitation() throws Exception {
        var series = invited("2026-11-24", TUESDAYS.times(5), GUEST);
        var uid = value(entries(parsed()).get(0), Property.UID);
        moved(event(series, 1), Duration.ofHours(1));
        var third = event(series, 2);
        world.events().delete(third.id(), third.version());

        var content =
                world.reader().read(world.feeds().renew(true)).orElseThrow().content();
        var entries = entries(parsed(content));
        assertThat(entries).hasSize(2).allMatch(entry -> uid.equals(value(entry, Property.UID)));
        assertThat(shown(entries.get(0))).hasSize(4);
        var back = CalendarReader.read(
                content, Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-11-01T00:00:00Z"));
        assertThat(CalendarReader.sorted(back.entries()))
                .extracting(entry -> entry.start().toString())
                .containsExactly(
                        "2026-11-24T09:00:00Z", "2026-12-01T10:00:00Z", "2026-12-15T09:00:00Z", "2026-12-22T09:00:00Z");
        assertThat(back.warnings()).isEmpty();
    }
}
