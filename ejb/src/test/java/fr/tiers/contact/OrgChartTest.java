package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static fr.tiers.contact.ContactFixture.OTHER;
import static fr.tiers.contact.ContactFixture.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrgChartTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ContactFixture office = new ContactFixture(database, new TestClock(), Caller.SYSTEM);
    private ContactLinkView head;
    private ContactLinkView middle;
    private ContactLinkView foot;

    @BeforeEach
    void colleagues() {
        ContactFixture.tiers(database);
        head = office.add(OURS, "Tête");
        middle = office.add(OURS, "Milieu");
        foot = office.add(OURS, "Pied");
        office.contacts.reportTo(middle.id(), head.id());
        office.contacts.reportTo(foot.id(), middle.id());
    }

    @Test
    void theChartShowsWhoReportsToWhomAndGroupsTheOthers() {
        office.add(OURS, "Seule");

        assertThat(shape(office.contacts.orgChart(OURS))).isEqualTo("Tête(Milieu(Pied)) | Seule");
    }

    @Test
    void nobodyReportsToSomebodyBelowOrToHerself() {
        for (long superior : List.of(head.id(), middle.id(), foot.id())) {
            assertThatThrownBy(() -> office.contacts.reportTo(head.id(), superior))
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(
                                    refusal.violations().get(0).code())
                            .isEqualTo("chart-circle"));
        }
    }

    @Test
    void theSuperiorWorksAtTheSameTier() {
        var elsewhere = office.add(OTHER, "Ailleurs");

        assertThatThrownBy(() -> office.contacts.reportTo(head.id(), elsewhere.id()))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.execute(
                                "update contact_link set reports_to = ? where id = ?", elsewhere.id(), head.id())))
                .hasMessageContaining("contact_link_reports_to_fk");
    }

    @Test
    void whoeverHasLeftIsPassedOver() {
        var leaving = office.contacts.get(middle.id());
        office.contacts.changeEmployer(
                leaving.id(),
                leaving.version(),
                new EmployerChange(OTHER, LocalDate.of(2026, 11, 1), null, null, null, null, null, null, null));

        assertThat(shape(office.contacts.orgChart(OURS))).isEqualTo("Tête(Pied) | ");
    }

    @Test
    void whoReportedToSomebodyRemovedReportsToTheNextAbove() {
        var gone = office.contacts.get(middle.id());
        office.contacts.remove(gone.id(), gone.version());

        assertThat(shape(office.contacts.orgChart(OURS))).isEqualTo("Tête(Pied) | ");
    }

    @Test
    void aMergeKeepsTheChartWithoutACircle() {
        var headThere = office.contacts.link(head.contactId(), OTHER, ContactFixture.job("Tête", false));
        var footThere = office.contacts.link(foot.contactId(), OTHER, ContactFixture.job("Pied", false));
        var newcomer = office.add(OTHER, "Nouvelle");
        office.contacts.reportTo(headThere.id(), footThere.id());
        office.contacts.reportTo(newcomer.id(), headThere.id());

        database.inTransaction(() -> {
            office.attachment().reattach(OTHER, OURS);
            return null;
        });

        assertThat(shape(office.contacts.orgChart(OURS))).isEqualTo("Tête(Milieu(Pied),Nouvelle) | ");
        assertThat(office.contacts.ofTier(OURS)).hasSize(4);
    }

    private static String shape(OrgChart chart) {
        return shape(chart.roots()) + " | " + shape(chart.unplaced());
    }

    private static String shape(List<OrgChart.Node> nodes) {
        return String.join(
                ",",
                nodes.stream()
                        .map(node ->
                                node.lastName() + (node.reports().isEmpty() ? "" : '(' + shape(node.reports()) + ')'))
                        .toList());
    }
}
