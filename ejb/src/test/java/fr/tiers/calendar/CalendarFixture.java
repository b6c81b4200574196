package fr.tiers.calendar;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.InCharge;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.event.EventChanged;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventFieldOwner;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Participant;
import fr.tiers.event.Series;
import fr.tiers.event.SeriesReader;
import fr.tiers.event.TestEvents;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.tier.TestTiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calendar on a test database: Sales (1) of company Acme, and a colleague (2) who reads English. */
final class CalendarFixture {

    static final String SALES = "sales@acme.example";
    static final String COLLEAGUE = "colleague@acme.example";

    final TestDatabase database = TestDatabase.fresh();
    final TestClock clock = new TestClock();
    final Callers callers = TestCallers.of(TestCallers.sales(1L));
    private final CustomFields fields = TestCustomFields.of(database, new EventFieldOwner(null));
    final ReminderPlan plan = new ReminderPlan(database.db(), clock);
    final GuestList guests = new GuestList(database.db(), clock);
    private final Outbox outbox = new Outbox(database.db(), clock, new TestEvent<>(), "crm@acme.example");
    final InvitationMail mail = new InvitationMail(
            database.db(),
            clock,
            outbox,
            new MailTemplates(database.db()),
            "https://crm.acme.example/tiers/",
            "Tiers <crm@acme.example>");
    private final SeriesReader seriesReader = TestEvents.seriesReader(database, clock, callers, fields);
    private final CalendarThreads threads = new CalendarThreads(database.db(), clock, seriesReader, guests);
    private final InvitationRows rows = new InvitationRows(database.db(), clock);
    final InvitationSync sync =
            new InvitationSync(database.db(), clock, threads, seriesReader, rows, guests, mail, Duration.ofSeconds(15));

    CalendarFixture() {
        TestTiers.unit(database, 1);
        TestTiers.tier(database, 10, 1L);
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into company (id, code, name) values (7, 'ACME', 'Acme SAS')");
            handle.execute(
                    "insert into app_user (id, login, display_name, email, company_id) values (1, 'sales', 'Zoé Sales', ?, 7)",
                    SALES);
            handle.execute(
                    "insert into app_user (id, login, display_name, email, language) values (2, 'colleague', 'Bob', ?, 'en')",
                    COLLEAGUE);
            handle.execute("insert into app_user_role (user_id, role) values (1, 'SALES'), (2, 'SALES')");
            handle.execute("insert into app_user_sales_unit (user_id, sales_unit_id) values (1, 1), (2, 1)");
        });
    }

    private void observe(EventChanged change) {
        plan.changed(change);
        sync.changed(change);
    }

    Events events() {
        return events(callers);
    }

    Events events(Callers who) {
        return TestEvents.events(database, clock, who, fields, this::observe);
    }

    Series series() {
        return TestEvents.series(database, clock, callers, events(), sync::changed);
    }

    InvitationTeller teller() {
        var teller = new InvitationTeller();
        teller.clock = clock;
        teller.threads = threads;
        teller.rows = rows;
        teller.guests = guests;
        teller.mail = mail;
        return teller;
    }

    /** The time to wait is over for what is due. */
    void due() {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update calendar_thread set due_at = ? where due_at is not null", clock.instant()));
    }

    /** Tells what is due, as if the time to wait were over. */
    void tell() {
        due();
        boolean more = true;
        while (more) {
            more = database.inTransaction(() -> teller().tellNext());
        }
    }

    ReminderSender sender() {
        var sender = new ReminderSender();
        sender.db = database.db();
        sender.clock = clock;
        sender.templates = new MailTemplates(database.db());
        sender.outbox = outbox;
        sender.inCharge = new InCharge(database.db(), clock);
        sender.url = "https://crm.acme.example/tiers";
        return sender;
    }

    Reminders reminders() {
        var reminders = new Reminders();
        reminders.db = database.db();
        reminders.clock = clock;
        reminders.callers = callers;
        reminders.events = events();
        reminders.sight = TestEvents.sight(database, callers);
        reminders.plan = plan;
        return reminders;
    }

    Invitations invitations() {
        var invitations = new Invitations();
        invitations.db = database.db();
        invitations.events = events();
        invitations.guests = guests;
        invitations.threads = threads;
        invitations.series = seriesReader;
        invitations.teller = teller();
        invitations.callers = callers;
        invitations.answers = TestEvents.answers(database, clock, callers, fields, this::observe);
        return invitations;
    }

    InvitationAnswers answers() {
        var system = TestCallers.of(Caller.SYSTEM);
        var answers = new InvitationAnswers();
        answers.db = database.db();
        answers.clock = clock;
        answers.events = TestEvents.answers(database, clock, system, fields, this::observe);
        answers.guests = guests;
        answers.threads = threads;
        answers.mail = mail;
        return answers;
    }

    CalendarFeeds feeds() {
        var feeds = new CalendarFeeds();
        feeds.db = database.db();
        feeds.clock = clock;
        feeds.callers = callers;
        return feeds;
    }

    FeedReader reader() {
        var reader = new FeedReader();
        reader.db = database.db();
        reader.clock = clock;
        reader.series = seriesReader;
        reader.threads = threads;
        reader.url = "https://crm.acme.example/tiers";
        return reader;
    }

    CalendarImports imports() {
        var imports = new CalendarImports();
        imports.db = database.db();
        imports.clock = clock;
        imports.callers = callers;
        imports.events = events();
        return imports;
    }

    static Callers colleague() {
        return TestCallers.of(new Caller(2, "colleague", "Bob", "en", Set.of(Role.SALES), List.of(1L)));
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** A meeting of an hour at tier 10. */
    EventView meeting(Duration ahead, Participant... people) {
        return events().create(10L, command(ahead, people));
    }

    EventCommand command(Duration ahead, Participant... people) {
        var command = new EventCommand("MEETING", "Point, trimestriel; été", null, in(ahead));
        command = Records.with(command, "end", in(ahead).plus(Duration.ofHours(1)));
        return Records.with(
                command,
                "meeting",
                new EventCommand.Meeting("Salle Élysée", "https://visio.example/42", List.of(people)));
    }

    /** Purpose, address and subject of each mail, the oldest first. */
    List<String> mails() {
        tell();
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select purpose || ' ' || recipients[1] as mail from outbox_mail order by id")
                .mapTo(String.class)
                .list());
    }

    Map<String, Object> lastMail() {
        tell();
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from outbox_mail order by id desc limit 1")
                        .mapToMap()
                        .one());
    }

    List<String> reminderStates() {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', user_id, minutes, state, reason, problem) from event_reminder order by user_id, minutes")
                .mapTo(String.class)
                .list());
    }

    int sendAll() {
        int sent = 0;
        while (database.inTransaction(() -> sender().sendNext())) {
            sent++;
        }
        return sent;
    }
}
