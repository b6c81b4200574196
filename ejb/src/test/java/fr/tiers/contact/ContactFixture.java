package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.organisation.Settings;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.time.Clock;
import java.util.Locale;

/** The services of this feature, wired for one caller. The tiers of these tests are companies: nothing is given to their records. */
final class ContactFixture {

    static final long OURS = 10;
    static final long OTHER = 11;
    static final long FOREIGN = 20;

    final TestDatabase database;
    final TestEvent<TierTouched> touched = new TestEvent<>();
    final TestEvent<EmployerChanged> moved = new TestEvent<>();
    final ContactRows rows;
    final MainContact main;
    final Contacts contacts = new Contacts();
    final People people = new People();
    final ContactList list = new ContactList();
    final Photos photos = new Photos();
    final EmailStates emailStates = new EmailStates();
    final Addressees addressees = new Addressees();
    final History history;
    final IndividualSync individuals;
    final CustomFields fields;
    final Callers callers;

    ContactFixture(TestDatabase database, Clock clock, Caller caller) {
        this.database = database;
        var db = database.db();
        callers = TestCallers.of(caller);
        var authors = new Authors(callers, new Source());
        history = new History(db, clock);
        rows = new ContactRows(db, clock);
        var writer = new ContactWriter(db, clock);
        fields = TestCustomFields.of(database, new ContactFieldOwner(), callers);
        main = new MainContact(db, rows, history, authors);
        var access = new TierAccess(db, callers);
        var visible = new ContactAccess(db, callers, access, rows);
        var settings = new Settings(db, null);
        individuals = new IndividualSync(
                rows,
                writer,
                new IndividualPairs(db),
                main,
                settings,
                null,
                access,
                callers,
                new Source(),
                history,
                authors,
                touched);
        var removal = new LinkRemoval(writer, visible, main, history, authors, touched);
        contacts.removal = removal;
        var rules = new PersonRules(rows, fields);
        contacts.rows = rows;
        contacts.writer = writer;
        contacts.rules = rules;
        contacts.people = visible;
        contacts.persons = people;
        contacts.access = access;
        contacts.main = main;
        contacts.superiors = new Superiors(db);
        contacts.individuals = individuals;
        contacts.history = history;
        contacts.authors = authors;
        contacts.touched = touched;
        contacts.moved = moved;
        people.db = db;
        people.rows = rows;
        people.writer = writer;
        people.rules = rules;
        people.fields = TestCustomFields.rights(database, callers);
        people.access = visible;
        people.tiers = access;
        people.main = main;
        people.links = removal;
        people.individuals = individuals;
        people.history = history;
        people.authors = authors;
        people.touched = touched;
        photos.db = db;
        photos.rows = rows;
        photos.access = visible;
        photos.history = history;
        photos.authors = authors;
        photos.clock = clock;
        photos.touched = touched;
        emailStates.db = db;
        emailStates.rows = rows;
        emailStates.people = visible;
        emailStates.access = access;
        emailStates.history = history;
        emailStates.authors = authors;
        emailStates.clock = clock;
        emailStates.touched = touched;
        addressees.db = db;
        addressees.rows = rows;
        addressees.main = main;
        addressees.access = access;
        addressees.history = history;
        addressees.authors = authors;
        addressees.touched = touched;
        list.db = db;
        list.callers = callers;
        list.clock = clock;
        list.fields = new FieldSearch(fields);
    }

    /** Two tiers of unit 1 and one of unit 2. */
    static void tiers(TestDatabase database) {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, OURS, 1L);
        TestTiers.tier(database, OTHER, 1L);
        TestTiers.tier(database, FOREIGN, 2L);
        // the caller of TestCallers.sales
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("insert into app_user (id, login, display_name) values (1, 'sales', 'Sales')"));
    }

    ContactAttachment attachment() {
        return new ContactAttachment(database.db(), main, new PersonalFields(database.db(), fields));
    }

    /** An administrator adds a custom field of people. */
    void define(String json) {
        TestCustomFields.service(database, new TestClock(), TestCallers.of(Caller.SYSTEM), fields)
                .create(TestCustomFields.definition("{\"object\":\"CONTACT\"," + json + '}'));
    }

    ContactLinkView add(long tierId, String lastName) {
        return contacts.add(tierId, PersonCommand.named("MME", lastName, "Anne"), job(lastName, false));
    }

    ContactLinkView addMain(long tierId, String lastName) {
        return contacts.add(tierId, PersonCommand.named("MME", lastName, "Anne"), job(lastName, true));
    }

    static LinkCommand job(String lastName, boolean main) {
        var email = lastName.toLowerCase(Locale.ROOT) + "@exemple.example";
        return LinkCommand.of("Gérante", "MANAGEMENT", email, "01 99 00 12 34", main);
    }
}
