package fr.tiers.collaborator;

import fr.tiers.access.AccessExplanation;
import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Level;
import fr.tiers.access.Rights;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Settings;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class CollaboratorsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final Caller LEA = new Caller(1, "lea", "Léa", "fr", Set.of(Role.SALES), List.of(1L));
    private static final Caller PAUL = new Caller(2, "paul", "Paul", "fr", Set.of(Role.SALES), List.of(2L));
    private static final Caller READER = new Caller(3, "rose", "Rose", "fr", Set.of(Role.READER), List.of(1L));
    private static final Caller ADMIN = new Caller(4, "admin", "Admin", "fr", Set.of(Role.ADMINISTRATOR), List.of());
    private static final Caller MARKETING = new Caller(5, "marc", "Marc", "fr", Set.of(Role.MARKETING), List.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final TestEvent<TierTouched> touched = new TestEvent<>();

    @BeforeEach
    void people() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        TestTiers.tier(database, 20, 2L);
        for (var caller : List.of(LEA, PAUL, READER, ADMIN, MARKETING)) {
            user(
                    caller.userId(),
                    caller.login(),
                    caller.roles().iterator().next().name());
        }
        user(6, "client", "EXTRANET");
    }

    private void user(long id, String login, String role) {
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into app_user (id, login, display_name) values (?, ?, ?)", id, login, login);
            handle.execute("insert into app_user_role (user_id, role) values (?, ?)", id, role);
        });
    }

    @Test
    void aCollaboratorSeesAndChangesTheTierFromTheFirstToTheLastMoment() {
        assertThat(access(PAUL).sees(10)).isFalse();

        var added = collaborators(LEA).add(10, new CollaboratorCommand("paul", "TELESALES"));
        assertThat(access(PAUL).may(10, Action.EDIT)).isTrue();
        assertThat(collaborators(PAUL).ofTier(10))
                .extracting(CollaboratorView::user, CollaboratorView::type)
                .containsExactly(tuple("paul", "TELESALES"));

        collaborators(LEA).remove(added.id(), added.version());
        assertThat(access(PAUL).sees(10)).isFalse();
        assertThatThrownBy(() -> collaborators(PAUL).ofTier(10)).satisfies(refused(Kind.NOT_FOUND, "not-found"));
        assertThat(touched.fired()).containsExactly(new TierTouched(10), new TierTouched(10));
        assertThat(history(10)).extracting(HistoryRow::newValue).containsExactly(null, "paul · Télévente");
    }

    @Test
    void whoMayNotAssignHearsWhichRightIsMissing() {
        assertThatThrownBy(() -> collaborators(READER).add(10, new CollaboratorCommand("paul", "SALES")))
                .satisfies(refused(Kind.FORBIDDEN, "right-missing"))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(Action.ASSIGN));
        assertThatThrownBy(() -> collaborators(LEA).add(20, new CollaboratorCommand("paul", "SALES")))
                .satisfies(refused(Kind.NOT_FOUND, "not-found"));
    }

    @Test
    void onlyPeopleOfOurOwnWithAKnownTypeAndOnlyOnce() {
        var collaborators = collaborators(LEA);
        collaborators.add(10, new CollaboratorCommand("paul", "SALES"));
        assertThatThrownBy(() -> collaborators.add(10, new CollaboratorCommand("paul", "MARKETING")))
                .satisfies(violates("user already-used"));
        assertThatThrownBy(() -> collaborators.add(10, new CollaboratorCommand("client", "SALES")))
                .satisfies(violates("user unknown-reference"));
        assertThatThrownBy(() -> collaborators.add(10, new CollaboratorCommand("rose", "MAGICIAN")))
                .satisfies(violates("type unknown-reference"));
        assertThatThrownBy(() -> collaborators.add(10, new CollaboratorCommand(" ", "a\0b")))
                .satisfies(violates("user required", "type control-character"));
    }

    @Test
    void aTypeThatIsNoLongerActiveStaysButIsNotGivenAnew() {
        var paul = collaborators(LEA).add(10, new CollaboratorCommand("paul", "MARKETING"));
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update collaborator_type set active = false where code = 'MARKETING'"));
        assertThat(collaborators(LEA)
                        .changeType(paul.id(), paul.version(), "MARKETING")
                        .version())
                .isEqualTo(paul.version() + 1);
        assertThatThrownBy(() -> collaborators(LEA).changeType(paul.id(), paul.version(), "SALES"))
                .satisfies(refused(Kind.STALE, "stale"));
        assertThatThrownBy(() -> collaborators(LEA).add(10, new CollaboratorCommand("rose", "MARKETING")))
                .satisfies(violates("type unknown-reference"));
    }

    @Test
    void nobodyLocksHimselfOut() {
        var paul = collaborators(LEA).add(10, new CollaboratorCommand("paul", "SALES"));
        assertThatThrownBy(() -> inTransaction(() -> collaborators(PAUL).remove(paul.id(), paul.version())))
                .satisfies(refused(Kind.REFUSED, "tier-given-away"));
        assertThat(access(PAUL).sees(10)).isTrue();
        assertThatThrownBy(() -> inTransaction(() -> confidentiality(LEA).change(10, 0, true)))
                .satisfies(refused(Kind.REFUSED, "tier-given-away"));
    }

    @Test
    void aRepresentativeHasTheTierWhileInForce() {
        representatives(LEA)
                .replace(
                        10,
                        0,
                        List.of(
                                new RepresentativeCommand("paul", null, TODAY, TODAY.plusDays(10)),
                                new RepresentativeCommand("marc", null, null, TODAY.minusDays(1))));

        assertThat(access(on(PAUL, TODAY)).may(10, Action.EDIT)).isTrue();
        assertThat(access(on(PAUL, TODAY.minusDays(1))).sees(10)).isFalse();
        assertThat(access(on(PAUL, TODAY.plusDays(11))).sees(10)).isFalse();
        assertThat(representatives(LEA).ofTier(10).representatives())
                .extracting(Representative::user, Representative::inForce)
                .containsExactly(tuple("marc", false), tuple("paul", true));
        assertThat(touched.fired()).containsExactly(new TierTouched(10));
    }

    @Test
    void ofManyWhoReplaceTheListAtOnceOneSucceedsAndTheSharesAreWhole() {
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> database.inTransaction(() -> representatives(LEA)
                        .replace(
                                10,
                                0,
                                List.of(
                                        new RepresentativeCommand("lea", BigDecimal.valueOf(10L + i), null, null),
                                        new RepresentativeCommand("paul", BigDecimal.valueOf(90L - i), null, null))))))
                .toList();
        long succeeded = answers.stream()
                .filter(answer -> {
                    try {
                        answer.join();
                        return true;
                    } catch (CompletionException e) {
                        assertThat(e.getCause()).satisfies(refused(Kind.STALE, "stale"));
                        return false;
                    }
                })
                .count();
        assertThat(succeeded).isOne();
        var shares = representatives(LEA).ofTier(10).representatives().stream()
                .map(Representative::share)
                .toList();
        assertThat(shares).hasSize(2);
        assertThat(shares.get(0).add(shares.get(1))).isEqualByComparingTo("100");
    }

    @Test
    void onlyMembersOfTheAssignableGroupsRepresent() {
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into user_group (id, code, name) values (1, 'FIELD', 'Field')");
            handle.execute("insert into user_group_member (group_id, user_id) values (1, 1)");
            handle.execute(
                    "insert into setting (code, value, changed_by, changed_at) values ('organisation.assignable-groups', 'FIELD', 'x', now())");
        });
        assertThatThrownBy(() -> inTransaction(() -> representatives(LEA)
                        .replace(10, 0, List.of(new RepresentativeCommand("paul", null, null, null)))))
                .satisfies(violates("representatives[0].user not-assignable"));
        assertThat(representatives(LEA)
                        .replace(10, 0, List.of(new RepresentativeCommand("lea", null, null, null)))
                        .representatives())
                .hasSize(1);
        assertThat(assignable().names()).extracting(name -> name.login()).containsExactly("lea");
    }

    @Test
    void aConfidentialTierIsForThoseWhoWorkOnItAndAdministrators() {
        collaborators(LEA).add(10, new CollaboratorCommand("paul", "SALES"));
        assertThat(confidentiality(ADMIN).change(10, 0, true).version()).isEqualTo(1);

        assertThat(access(PAUL).may(10, Action.EDIT)).isTrue();
        assertThat(access(ADMIN).may(10, Action.DELETE)).isTrue();
        for (var other : List.of(LEA, READER, MARKETING)) {
            assertThat(access(other).sees(10)).as(other.login()).isFalse();
        }
        assertThat(history(10).get(0)).returns("confidential", HistoryRow::field);
        assertThatThrownBy(() -> confidentiality(ADMIN).change(10, 0, false)).satisfies(refused(Kind.STALE, "stale"));
        confidentiality(PAUL).change(10, 1, false);
        assertThat(access(LEA).sees(10)).isTrue();
    }

    @Test
    void anExtranetUserSeesTheTierBetweenGrantAndRevocation() {
        var client = new Caller(6, "client", "Client", "fr", Set.of(Role.EXTRANET), List.of());
        var extranet = extranet(LEA);
        assertThat(extranet.candidates(10)).extracting(name -> name.login()).containsExactly("client");

        extranet.grant(10, "client");
        extranet.grant(10, "client");
        assertThat(access(client).sees(10)).isTrue();
        assertThat(access(client).actions(10)).containsExactly(Action.READ);
        assertThat(extranet.ofTier(10)).singleElement().returns("TIER", user -> user.through());
        assertThat(history(10)).hasSize(1);

        extranet.revoke(10, "client");
        assertThat(access(client).sees(10)).isFalse();
        assertThatThrownBy(() -> extranet.revoke(10, "client")).satisfies(refused(Kind.NOT_FOUND, "not-found"));
        assertThatThrownBy(() -> extranet.grant(10, "paul")).satisfies(violates("user unknown-reference"));
        assertThatThrownBy(() -> extranet(READER).grant(10, "client"))
                .satisfies(refused(Kind.FORBIDDEN, "right-missing"));
    }

    @Test
    void theAccountOfSomebodyElseIsExplainedToThoseWhoAnswerForIt() {
        collaborators(LEA).add(10, new CollaboratorCommand("paul", "TECHNICIAN"));
        assertThat(explanations(ADMIN).whoSees(10))
                .extracting(AccessExplanation.UserAccess::user)
                .contains("admin", "marc", "paul")
                .doesNotContain("client");
        assertThat(explanations(ADMIN).of(10, "PAUL").explanation().actions().get(Action.EDIT))
                .singleElement()
                .returns("COLLABORATOR", reason -> reason.grant())
                .returns("TECHNICIAN", reason -> reason.through());
        assertThatThrownBy(() -> explanations(LEA).of(10, "paul")).satisfies(refused(Kind.FORBIDDEN, "forbidden"));
        assertThatThrownBy(() -> explanations(LEA).whoSees(10)).satisfies(refused(Kind.FORBIDDEN, "forbidden"));
        assertThatThrownBy(() -> explanations(LEA).mine(20)).satisfies(refused(Kind.NOT_FOUND, "not-found"));
    }

    @Test
    void whereANewTierMayBePlacedFollowsTheLevel() {
        var set = List.of(new Rights.RoleRight(Role.SALES, Action.CREATE, Level.STRUCTURE));
        var here = new Caller(
                1,
                "lea",
                "Léa",
                "fr",
                Set.of(Role.SALES),
                List.of(1L),
                List.of(7L),
                Rights.of(Set.of(Role.SALES), set),
                null);
        access(here).requirePlacement(1L, null, Set.of());
        access(here).requirePlacement(2L, 1L, Set.of());
        assertThatThrownBy(() -> access(here).requirePlacement(2L, null, Set.of(7L)))
                .satisfies(refused(Kind.FORBIDDEN, "right-missing"));
        assertThatThrownBy(() -> access(READER).requirePlacement(1L, 3L, Set.of()))
                .satisfies(refused(Kind.FORBIDDEN, "right-missing"));
    }

    @Test
    void mergeLosesNobodyAndDoublesNobody() {
        var collaborators = collaborators(LEA);
        collaborators.add(10, new CollaboratorCommand("paul", "SALES"));
        collaborators.add(11, new CollaboratorCommand("paul", "MARKETING"));
        collaborators.add(11, new CollaboratorCommand("rose", "MARKETING"));
        var whole = BigDecimal.valueOf(100);
        representatives(LEA).replace(10, 0, List.of(new RepresentativeCommand("lea", whole, null, null)));
        representatives(LEA)
                .replace(
                        11,
                        0,
                        List.of(
                                new RepresentativeCommand("lea", whole, null, TODAY),
                                new RepresentativeCommand("marc", whole, TODAY.plusDays(1), null)));
        extranet(LEA).grant(10, "client");
        extranet(LEA).grant(11, "client");
        var attachment = new CollaboratorAttachment(database.db());

        var outside = new ExtranetAttachment(database.db());

        attachment.reattach(11, 10);
        outside.reattach(11, 10);

        assertThat(collaborators.ofTier(10))
                .extracting(CollaboratorView::user, CollaboratorView::type)
                .containsExactly(tuple("paul", "SALES"), tuple("rose", "MARKETING"));
        assertThat(representatives(LEA).ofTier(10).representatives())
                .extracting(Representative::user, one -> one.share() == null)
                .containsExactly(tuple("lea", false), tuple("marc", true));
        assertThat(extranet(LEA).ofTier(10)).hasSize(1);
        assertThat(attachment.count(10)).isEqualTo(4);
        assertThat(attachment.count(11)).isZero();
        var exported = new TreeMap<String, Object>();
        attachment.export(10, exported::put);
        assertThat(exported).containsOnlyKeys("collaborator", "representative");
        outside.anonymise(10);
        assertThat(extranet(LEA).ofTier(10)).isEmpty();
        attachment.delete(10);
        assertThat(attachment.count(10)).isZero();
    }

    private static Consumer<Throwable> refused(Kind kind, String code) {
        return thrown -> assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .returns(kind, BusinessException::kind)
                .returns(code, BusinessException::code);
    }

    private static Consumer<Throwable> violates(String... expected) {
        return thrown -> assertThat(thrown)
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(expected));
    }

    private void inTransaction(Runnable work) {
        database.inTransaction(() -> {
            work.run();
            return null;
        });
    }

    private static Caller on(Caller caller, LocalDate day) {
        return new Caller(
                caller.userId(),
                caller.login(),
                caller.displayName(),
                caller.language(),
                caller.roles(),
                caller.salesUnits(),
                caller.agencies(),
                caller.rights(),
                day);
    }

    private List<HistoryRow> history(long tier) {
        return new History(database.db(), CLOCK).ofTier(tier, Long.MAX_VALUE, 50);
    }

    private TierAccess access(Caller caller) {
        return new TierAccess(
                database.db(), TestCallers.of(on(caller, caller.today() == null ? TODAY : caller.today())));
    }

    private AssignableUsers assignable() {
        return new AssignableUsers(database.db(), new Settings(database.db(), null));
    }

    private Authors authors(Callers callers) {
        return new Authors(callers, new Source());
    }

    private Collaborators collaborators(Caller caller) {
        var service = new Collaborators();
        service.db = database.db();
        service.callers = TestCallers.of(caller);
        service.access = access(caller);
        service.history = new History(database.db(), CLOCK);
        service.authors = authors(service.callers);
        service.touched = touched;
        return service;
    }

    private Representatives representatives(Caller caller) {
        var service = new Representatives();
        service.db = database.db();
        service.clock = CLOCK;
        service.access = access(caller);
        service.organisation = new Organisation(database.db());
        service.assignable = assignable();
        service.history = new History(database.db(), CLOCK);
        service.authors = authors(TestCallers.of(caller));
        service.touched = touched;
        return service;
    }

    private Confidentiality confidentiality(Caller caller) {
        var service = new Confidentiality();
        service.db = database.db();
        service.clock = CLOCK;
        service.access = access(caller);
        service.history = new History(database.db(), CLOCK);
        service.authors = authors(TestCallers.of(caller));
        service.touched = touched;
        return service;
    }

    private ExtranetAccess extranet(Caller caller) {
        var service = new ExtranetAccess();
        service.db = database.db();
        service.access = access(caller);
        service.history = new History(database.db(), CLOCK);
        service.authors = authors(TestCallers.of(caller));
        service.touched = touched;
        return service;
    }

    private AccessExplanation explanations(Caller caller) {
        return TestCallers.explanations(database.db(), CLOCK, TestCallers.of(caller));
    }
}
