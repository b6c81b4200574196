package fr.tiers.duplicate;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestCallers;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierTouched;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Duplicates among the tiers")
class DuplicatesSqlTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = new TestClock();
    private final TestCallers callers = new TestCallers();
    private final DuplicateClusters clusters = new DuplicateClusters(database.db(), clock);
    private final VerdictStore store = new VerdictStore(
            database.db(),
            clock,
            new Authors(callers, new Source()),
            new History(database.db(), clock),
            clusters,
            new TestEvent<TierTouched>());

    @BeforeEach
    void tiers() {
        callers.become(new Caller(1, "admin", "Ada", "fr", Set.of(Role.ADMINISTRATOR), List.of()));
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
    }

    private void tier(long id, String name, String postalCode, String more) {
        TestTiers.tier(database, id, 1L);
        sql(
                "update tier set name = ?, postal_code = ?" + (more.isEmpty() ? "" : ", " + more) + " where id = ?",
                name,
                postalCode,
                id);
    }

    private void sql(String sql, Object... parameters) {
        database.jdbi().useHandle(handle -> handle.execute(sql, parameters));
    }

    private DuplicateFinder finder() {
        var finder = new DuplicateFinder();
        finder.db = database.db();
        finder.callers = callers;
        finder.access = new TierAccess(database.db(), callers);
        finder.verdicts = store;
        return finder;
    }

    private DuplicateInbox inbox() {
        var inbox = new DuplicateInbox();
        inbox.db = database.db();
        inbox.callers = callers;
        return inbox;
    }

    private DuplicateVerdicts verdicts() {
        var verdicts = new DuplicateVerdicts();
        verdicts.db = database.db();
        verdicts.callers = callers;
        verdicts.access = new TierAccess(database.db(), callers);
        verdicts.store = store;
        return verdicts;
    }

    private int compare(Long... ids) {
        return database.inTransaction(() -> clusters.compare(List.of(ids)));
    }

    private static TierData named(String name) {
        var data = new TierData();
        data.setName(name);
        return data;
    }

    private List<DuplicateCandidate> found(TierData data) {
        return finder().of(data, null);
    }

    @Test
    void eachConditionFindsItsTierWithItsReason() {
        tier(10, "Alpha", "44000", "siren = '732829320', siret = '73282932000074'");
        tier(11, "Bravo", "44000", "vat_number = 'FR44732829320'");
        tier(12, "Charlie", "44000", "email = 'Info@Charlie.fr'");
        tier(13, "Delta", "44000", "mobile = '06.12.34.56.78'");
        tier(14, "Société Écho SARL", "44000", "website = 'https://www.echo.fr/accueil'");
        tier(15, "Établissements Foxtrot-Guillemot", "44000", "");
        sql(
                "insert into tier_other_email (tier_id, position, type, email) values (15, 0, 'BILLING', 'factures@fox.fr')");

        var data = named("x");
        data.setSiret("732 829 320 00074");
        assertReason(data, 10, "SAME_SIRET");
        data = named("x");
        data.setSiren("732829320");
        assertReason(data, 10, "SAME_SIREN");
        data = named("x");
        data.setVatNumber("FR 44 732829320");
        assertReason(data, 11, "SAME_VAT_NUMBER");
        data = named("x");
        data.setEmail(" info@charlie.FR");
        assertReason(data, 12, "SAME_EMAIL");
        data = named("x");
        data.setPhone("+33 6 12 34 56 78");
        assertReason(data, 13, "SAME_PHONE");
        data = named("ECHO");
        data.setEmail("paul@echo.fr");
        assertReason(data, 14, "SAME_DOMAIN_AND_CLOSE_NAME");
        data = named("Foxtrot Guilemot");
        data.getAddress().setPostalCode("44000");
        assertReason(data, 15, "CLOSE_NAME_AND_POSTAL_CODE");
        data = named("x");
        data.setEmail("FACTURES@fox.fr");
        assertReason(data, 15, "SAME_EMAIL");
        assertReason(named("S.A.R.L. Écho"), 14, "SAME_NAME");
    }

    private void assertReason(TierData data, long id, String reason) {
        assertThat(found(data))
                .as("%s", reason)
                .singleElement()
                .returns(id, DuplicateCandidate::id)
                .returns(reason, DuplicateCandidate::reason);
    }

    @Test
    void aFreeProviderIsNobodysDomainAndANulFindsNothing() {
        tier(10, "Martin", "44000", "email = 'martin44@gmail.com'");
        var data = named("Martin SARL");
        data.setEmail("autre@gmail.com");
        assertThat(found(data)).extracting(DuplicateCandidate::reason).containsExactly("SAME_NAME");
        assertThat(found(named("Mar\0tin"))).isEmpty();
        assertThat(found(new TierData())).isEmpty();
        assertThat(found(named("'; drop table tier; --"))).isEmpty();
    }

    @Test
    void onlyWhatTheCallerMaySeeIsNamed() {
        tier(10, "Alpha", "44000", "email = 'a@alpha.fr'");
        callers.become(new Caller(2, "sam", "Sam", "fr", Set.of(Role.SALES), List.of(2L)));
        var data = named("Alpha");
        data.setEmail("a@alpha.fr");
        assertThat(found(data)).isEmpty();
        assertThatThrownBy(() -> finder().ofTier(10)).isInstanceOf(BusinessException.class);
    }

    @Test
    void theInboxGathersWhatHangsTogetherAndProposesWhoRemains() {
        tier(10, "Transports Guillemot", "44000", "phone = '0240123456'");
        tier(11, "TRANSPORT GUILLEMOT SARL", "44000", "siren = '732829320', siret = '73282932000074'");
        tier(12, "Guillemot Transports", null, "phone = '+33 2 40 12 34 56'");
        tier(13, "Transports Delacroix", "44000", "");

        assertThat(compare(10L, 11L, 12L, 13L)).isEqualTo(3);
        assertThat(compare(10L, 11L, 12L, 13L)).as("again").isZero();

        var page = inbox().page(null, null, 10);
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items()).singleElement().satisfies(cluster -> {
            assertThat(cluster.survivor()).isEqualTo(11);
            assertThat(cluster.members())
                    .extracting(DuplicateCluster.Member::id)
                    .containsExactly(11L, 10L, 12L);
            assertThat(cluster.reasons()).contains("SAME_PHONE", "CLOSE_NAME_AND_POSTAL_CODE");
            assertThat(cluster.others()).isEqualTo("10,12");
        });
        assertThat(inbox().page(100, null, 10).items()).isEmpty();
    }

    @Test
    void thePagesOfTheInboxFollowTheScore() {
        for (int i = 0; i < 5; i++) {
            tier(100 + 2 * i, "Menuiserie Kerguelen", "2920" + i, i > 2 ? "phone = '024000000" + i + "'" : "");
            tier(101 + 2 * i, "Kerguelen Menuiserie", "2920" + i, i > 2 ? "phone = '024000000" + i + "'" : "");
            compare(100L + 2 * i);
        }
        var first = inbox().page(null, null, 3);
        var second = inbox().page(null, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(first.items()).extracting(DuplicateCluster::score).isSortedAccordingTo((a, b) -> b - a);
        assertThat(second.items())
                .extracting(DuplicateCluster::id)
                .doesNotContainAnyElementsOf(
                        first.items().stream().map(DuplicateCluster::id).toList());
    }

    @Test
    void aPairThatWasSaidToDifferIsNotProposedAgainUntilThatIsTakenBack() {
        tier(10, "Transports Guillemot", "44000", "");
        tier(11, "Guillemot Transports", "44000", "");
        tier(12, "Transport Guillemot", "44000", "");
        compare(10L, 11L, 12L);

        var said = database.inTransaction(() -> verdicts().say(11L, 10L, "Deux frères"));
        assertThat(said.author()).isEqualTo("admin");
        assertThat(database.inTransaction(() -> verdicts().say(10L, 11L, null)).id())
                .as("twice")
                .isEqualTo(said.id());
        assertThat(finder().ofTier(10)).extracting(DuplicateCandidate::id).containsExactly(12L);
        assertThat(inbox().page(null, null, 10).items().get(0).pairs()).hasSize(2);
        database.inTransaction(() -> verdicts().say(12L, 10L, null));
        assertThat(inbox().page(null, null, 10).items().get(0).members()).hasSize(2);
        assertThat(compare(10L, 11L, 12L)).as("the next night").isZero();
        assertThat(verdicts().ofTier(10)).hasSize(2);
        assertThat(verdicts().page(null, 10).items()).hasSize(2);

        database.inTransaction(() -> {
            verdicts().takeBack(said.id());
            return null;
        });
        assertThat(inbox().page(null, null, 10).items().get(0).members()).hasSize(3);
        assertThatThrownBy(() -> verdicts().get(said.id())).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> verdicts().say(10L, 10L, null)).isInstanceOf(BusinessException.class);
    }

    @Test
    void aClusterOfWhichOneMemberIsVisibleIsNone() {
        tier(10, "Transports Guillemot", "44000", "");
        tier(11, "Guillemot Transports", "44000", "sales_unit_id = 2");
        compare(10L);
        assertThat(inbox().page(null, null, 10).total()).isEqualTo(1);
        callers.become(new Caller(2, "sam", "Sam", "fr", Set.of(Role.SALES), List.of(2L)));
        assertThat(inbox().page(null, null, 10).items()).isEmpty();
        assertThat(inbox().page(null, null, 10).total()).isZero();
    }

    @Test
    void aMergeTakesWhatWasSaidAlongAndClearsTheInbox() {
        tier(10, "Transports Guillemot", "44000", "");
        tier(11, "Guillemot Transports", "44000", "");
        tier(12, "Guillemot Transport", "44000", "");
        database.inTransaction(() -> verdicts().say(11L, 12L, null));
        compare(10L, 11L, 12L);
        var attachment = new DuplicateAttachment(database.db(), clusters);
        database.inTransaction(() -> {
            attachment.reattach(11, 10);
            return null;
        });
        sql("delete from tier where id = 11");
        assertThat(verdicts().ofTier(10)).extracting(DuplicateVerdict::other).containsExactly(12L);
        assertThat(attachment.count(11)).isZero();
        compare(10L, 12L);
        assertThat(inbox().page(null, null, 10).items()).isEmpty();
    }

    @Test
    void theDatabaseAndTheComparisonAgreeOnDomains() {
        for (var address : List.of(
                "https://www.acme.fr/a?b=c", "x@shop.acme.co.uk", "ACME.FR", "http://acme.asso.fr:8080", "rien", "")) {
            var found = database.jdbi().withHandle(handle -> handle.createQuery("select web_domain(:address)")
                    .bind("address", address)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null));
            assertThat(ContactPoints.domain(address)).as(address).isEqualTo(found);
        }
    }
}
