package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.history.Authors;
import fr.tiers.history.Source;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;

/** The jobs of two people who are one: none twice, nobody his own superior, one main contact. */
class LinksOfPeopleTest {

    private ContactFixture office;
    private LinksOfPeople links;

    @BeforeEach
    void prepare() {
        var database = TestDatabase.fresh();
        ContactFixture.tiers(database);
        office = new ContactFixture(database, new TestClock(), Caller.SYSTEM);
        var db = database.db();
        links = new LinksOfPeople(
                db,
                office.rows,
                new ContactWriter(db, new TestClock()),
                new Superiors(db),
                office.main,
                office.history,
                new Authors(office.callers, new Source()));
    }

    private ContactLinkView now(ContactLinkView link) {
        return office.contacts.get(link.id());
    }

    private List<ContactLinkView> jobs(ContactLinkView person) {
        return office.people.get(person.contactId()).links();
    }

    @Test
    void theSameTierTwiceIsOneLinkAndTheFlagOfTheMainContactStaysThere() {
        var stays = office.add(OURS, "Durand");
        var goes = office.addMain(OURS, "Durant");
        links.reattach(goes.contactId(), stays.contactId());
        assertThat(jobs(stays)).extracting(ContactLinkView::id).containsExactly(stays.id());
        assertThat(now(stays).main()).isTrue();
        assertThat(jobs(goes)).isEmpty();
    }

    @Test
    void otherTiersAndEarlierTimesStayStations() {
        var stays = office.add(OURS, "Durand");
        var elsewhere = office.add(OTHER, "Durant");
        var earlier = office.contacts.link(
                elsewhere.contactId(),
                OURS,
                new LinkCommand(
                        "Stage",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        true,
                        LocalDate.of(2001, 1, 1),
                        LocalDate.of(2001, 6, 30),
                        null,
                        null));
        var started = Records.with(now(stays).toCommand(), "from", LocalDate.of(2010, 1, 1));
        office.contacts.update(stays.id(), now(stays).version(), started);
        links.reattach(elsewhere.contactId(), stays.contactId());
        assertThat(jobs(stays))
                .extracting(ContactLinkView::id)
                .containsExactlyInAnyOrder(stays.id(), elsewhere.id(), earlier.id());
    }

    @Test
    void aChainOfSuperiorsThroughBothBecomesNoCircle() {
        var goes = office.add(OURS, "Durant");
        var between = office.add(OURS, "Milieu");
        var stays = office.add(OURS, "Durand");
        var boss = office.add(OURS, "Chef");
        office.contacts.reportTo(goes.id(), boss.id());
        office.contacts.reportTo(between.id(), goes.id());
        office.contacts.reportTo(stays.id(), between.id());
        links.reattach(goes.contactId(), stays.contactId());
        assertThat(now(stays).reportsTo()).isEqualTo(boss.id());
        assertThat(now(between).reportsTo()).isEqualTo(stays.id());
    }

    @Test
    void whoReportedToTheOtherOneReportsToNobodyAndNeverToOneself() {
        var goes = office.add(OURS, "Durant");
        var stays = office.add(OURS, "Durand");
        office.contacts.reportTo(stays.id(), goes.id());
        links.reattach(goes.contactId(), stays.contactId());
        assertThat(now(stays).reportsTo()).isNull();

        var under = office.add(OTHER, "Sous");
        var over = office.add(OTHER, "Sur");
        office.contacts.reportTo(under.id(), over.id());
        links.reattach(under.contactId(), over.contactId());
        assertThat(now(over).reportsTo()).isNull();
    }
}
