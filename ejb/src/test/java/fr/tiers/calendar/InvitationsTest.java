package fr.tiers.calendar;

import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.Participant.Answer;
import fr.tiers.kernel.Records;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InvitationsTest {

    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Participant GUEST = Participant.guest("paul@client.example", "Paul \"Polo\" Été, gérant");

    private final CalendarFixture world = new CalendarFixture();

    @Test
    void nobodyIsWrittenToUntilItIsWanted() {
        var event = world.meeting(AHEAD, GUEST);
        event = world.events().move(event.id(), event.version(), world.in(AHEAD.plusHours(1)), null, false);
        world.events().delete(event.id(), event.version());

        assertThat(world.mails()).isEmpty();
    }

    @Test
    void guestsAreInvitedAndToldWhatChangesAndOnlyThat() throws Exception {
        var event = world.meeting(AHEAD, GUEST, Participant.user("colleague"), Participant.user("sales"));
        var state = world.invitations().choose(event.id(), true);
        assertThat(state.guests())
                .extracting(Guest::email, Guest::state)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("paul@client.example", Guest.State.INVITED),
                        org.assertj.core.api.Assertions.tuple(CalendarFixture.COLLEAGUE, Guest.State.INVITED));
        assertThat(world.mails())
                .containsExactly("GUEST_ADDED paul@client.example", "GUEST_ADDED " + CalendarFixture.COLLEAGUE);
        world.invitations().choose(event.id(), true);
        event = world.events()
                .update(event.id(), event.version(), Records.with(event.command(), "body", "Ordre du jour"));
        assertThat(world.mails())
                .hasSize(4)
                .endsWith("MEETING_CHANGED paul@client.example", "MEETING_CHANGED " + CalendarFixture.COLLEAGUE);

        event = world.events()
                .move(event.id(), event.version(), world.in(AHEAD.plusHours(2)), world.in(AHEAD.plusHours(3)), false);
        assertThat(world.mails())
                .endsWith("MEETING_MOVED paul@client.example", "MEETING_MOVED " + CalendarFixture.COLLEAGUE);
        var moved = parsed();
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("2");

        event = world.events().update(event.id(), event.version(), withPeople(event, Participant.user("colleague")));
        assertThat(world.mails()).endsWith("GUEST_REMOVED paul@client.example");
        assertThat(value(parsed(), Property.STATUS)).isEqualTo("CANCELLED");
        event = world.events().changeState(event.id(), event.version(), EventState.CANCELLED);
        assertThat(world.mails())
                .endsWith("MEETING_CANCELLED " + CalendarFixture.COLLEAGUE)
                .hasSize(8);
        world.events().delete(event.id(), event.version());
        assertThat(world.mails()).hasSize(8);
    }

    private static fr.tiers.event.EventCommand withPeople(EventView event, Participant... people) {
        return Records.with(event.command(), "meeting", Records.with(event.meeting(), "participants", List.of(people)));
    }

    @Test
    void anotherLibraryReadsWhatWeWrite() throws Exception {
        var command = Records.with(
                Records.with(world.command(AHEAD, GUEST), "body", "Ligne 1\nLigne 2; avec, tout \\ et 😀".repeat(8)),
                "privateEntry",
                true);
        var event = world.events().create(10L, command);
        world.invitations().choose(event.id(), true);
        var text = (String) world.lastMail().get("calendar");

        assertThat(text.lines().toList())
                .contains("METHOD:REQUEST", "CLASS:PRIVATE", "DTSTART:20261124T090000Z", "DTEND:20261124T100000Z");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        var parsed = parsed();
        parsed.validate();
        assertThat(value(parsed, Property.UID)).isEqualTo(event.uid().toString());
        assertThat(value(parsed, Property.SUMMARY)).isEqualTo("Point, trimestriel; été");
        assertThat(value(parsed, Property.DESCRIPTION)).isEqualTo(event.body());
        assertThat(value(parsed, Property.LOCATION)).isEqualTo("Salle Élysée");
        assertThat(value(parsed, Property.ORGANIZER)).isEqualTo("mailto:" + CalendarFixture.SALES);
        assertThat(value(parsed, Property.ATTENDEE)).isEqualTo("mailto:paul@client.example");
        assertThat(text.replace("\r\n ", "")).contains("PARTSTAT=NEEDS-ACTION", "RSVP=TRUE", "Paul 'Polo' Été, gérant");
        assertThat(world.lastMail().get("calendar_method")).isEqualTo("REQUEST");
        assertThat(world.lastMail().get("reply_to")).isEqualTo(CalendarFixture.SALES);
    }

    @Test
    void wholeDaysAreDays() throws Exception {
        var day = fr.tiers.kernel.ClockProducer.ZONE;
        var start = java.time.LocalDate.of(2027, 3, 28).atStartOfDay(day).toInstant();
        var end = java.time.LocalDate.of(2027, 3, 30).atStartOfDay(day).toInstant();
        var command = Records.with(
                Records.with(Records.with(world.command(AHEAD, GUEST), "start", start), "end", end), "allDay", true);
        world.invitations().choose(world.events().create(10L, command).id(), true);

        assertThat((String) world.lastMail().get("calendar"))
                .contains("DTSTART;VALUE=DATE:20270328\r\n", "DTEND;VALUE=DATE:20270330\r\n");
        assertThat((String) world.lastMail().get("body")).contains("dimanche 28 mars 2027 – lundi 29 mars 2027\n");
    }

    @Test
    void contactsAreWrittenToAtThatTierAndWhoHasNoAddressIsShown() {
        world.database.jdbi().useHandle(handle -> {
            handle.execute(
                    "insert into contact (id, last_name, first_name, language, created_at) values (5, 'Martin', 'Léa', 'en', now()), (6, 'Muet', 'Jean', 'fr', now())");
            fr.tiers.tier.TestTiers.tier(world.database, 11, 1L);
            handle.execute(
                    "insert into contact_link (contact_id, tier_id, email) values (5, 11, 'lea@other.example'), (5, 10, 'lea@client.example'), (6, 10, null)");
        });
        var event = world.meeting(AHEAD, Participant.contact(5), Participant.contact(6));

        var guests = world.invitations().choose(event.id(), true).guests();

        assertThat(guests).extracting(Guest::state).containsExactly(Guest.State.INVITED, Guest.State.NO_ADDRESS);
        assertThat(world.mails()).containsExactly("GUEST_ADDED lea@client.example");
        assertThat((String) world.lastMail().get("subject")).startsWith("Invitation: ");
    }

    @Test
    void aGuestAnswersByTheLinkOfTheMailAndTheOrganiserIsTold() {
        var event = world.meeting(AHEAD, GUEST);
        world.invitations().choose(event.id(), true);
        var token = token();

        assertThat(world.answers().find("x".repeat(43), "fr")).isEmpty();
        assertThat(world.answers().find(null, "fr")).isEmpty();
        assertThat(world.answers().find(token, "fr"))
                .get()
                .returns(true, InvitationAnswers.Asked::open)
                .returns(Answer.NEEDS_ACTION, InvitationAnswers.Asked::answer)
                .returns("Zoé Sales", InvitationAnswers.Asked::organiser);
        world.answers().answer(token, Answer.ACCEPTED, "fr");
        world.answers().answer(token, Answer.ACCEPTED, "fr");

        assertThat(world.mails())
                .endsWith("GUEST_ANSWERED " + CalendarFixture.SALES)
                .hasSize(2);
        assertThat((String) world.lastMail().get("subject")).contains("accepte");
        assertThat(world.events().get(event.id()).meeting().participants())
                .extracting(Participant::answer)
                .containsExactly(Answer.ACCEPTED);
        assertThat(world.invitations().of(event.id()).guests())
                .singleElement()
                .satisfies(guest -> assertThat(guest.answeredAt()).isNotNull());

        event = world.events().get(event.id());
        event = world.events()
                .move(event.id(), event.version(), world.in(AHEAD.plusHours(2)), world.in(AHEAD.plusHours(3)), false);
        world.tell();
        assertThat(world.events().get(event.id()).meeting().participants())
                .extracting(Participant::answer)
                .containsExactly(Answer.NEEDS_ACTION);
        world.events().changeState(event.id(), event.version(), EventState.CANCELLED);
        assertThatThrownBy(() -> world.answers().answer(token, Answer.DECLINED, "fr"))
                .hasMessageContaining("invitation-closed");
        assertThatThrownBy(() -> world.answers().answer("wrong", Answer.DECLINED, "fr"))
                .hasMessageContaining("not-found");
    }

    private String token() {
        var matcher = Pattern.compile("answer\\.xhtml\\?t=([\\w-]{43})&lang=")
                .matcher((String) world.lastMail().get("body"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void withoutATemplateNothingIsHalfDone() {
        world.database
                .jdbi()
                .useHandle(handle -> handle.execute("delete from mail_template where purpose = 'GUEST_ADDED'"));
        var event = world.meeting(AHEAD, GUEST);

        assertThatThrownBy(() ->
                        world.database.inTransaction(() -> world.invitations().choose(event.id(), true)))
                .hasMessageContaining("template-missing")
                .hasMessageContaining("Acme SAS");
        assertThat(world.mails()).isEmpty();
    }

    @Test
    void fiveHundredGuestsGetAMailEachWithoutTheOthersAddresses() {
        var people = IntStream.range(0, 500)
                .mapToObj(i -> Participant.guest("guest" + i + "@client.example", "Guest " + i))
                .toArray(Participant[]::new);
        var event = world.meeting(AHEAD, people);
        long begun = System.nanoTime();
        world.database.inTransaction(() -> world.invitations().choose(event.id(), true));
        long millis = (System.nanoTime() - begun) / 1_000_000;

        assertThat(world.mails()).hasSize(500).doesNotHaveDuplicates();
        assertThat((String) world.lastMail().get("calendar"))
                .contains("guest499@client.example")
                .doesNotContain("guest1@client.example");
        assertThat(millis).isLessThan(20_000);
    }

    @Test
    void addressesOfGuestsAreForgottenWithTheTier() {
        var event = world.meeting(AHEAD, GUEST, Participant.user("colleague"));
        world.invitations().choose(event.id(), true);

        new CalendarAttachment(world.database.db()).anonymise(10);

        List<String> left = world.database.jdbi().withHandle(handle -> handle.createQuery(
                        "select email from calendar_invitation")
                .mapTo(String.class)
                .list());
        assertThat(left).containsExactly(CalendarFixture.COLLEAGUE);
    }

    private Calendar parsed() throws Exception {
        return new CalendarBuilder()
                .build(new StringReader((String) world.lastMail().get("calendar")));
    }

    private static String value(Calendar calendar, String property) {
        VEvent event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }
}
