package fr.tiers.relation;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.codelist.TestLists;
import fr.tiers.history.Authors;
import fr.tiers.history.ChangeLogFixture;
import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierTouched;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class RelationsTest {

    private static final Caller SALES = TestCallers.sales(1L);
    private static final Caller ALL = new Caller(2, "admin", "Admin", "fr", Set.of(Role.ADMINISTRATOR), List.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);
    private final TestEvent<TierTouched> touched = new TestEvent<>();

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        for (long id = 10; id < 15; id++) {
            TestTiers.tier(database, id, 1L);
        }
        TestTiers.tier(database, 20, 2L);
    }

    @Test
    void isReadFromBothSidesAndToldToBoth() {
        var relation = of(SALES).add(10, prescriber(11, null, null));

        assertThat(relation.labelFr()).isEqualTo("Prescripteur de");
        assertThat(of(SALES).ofTier(11, RelationFilter.ALL, null, 10).items())
                .singleElement()
                .returns("Prescrit par", RelationView::labelFr)
                .returns(Side.SECOND, RelationView::side)
                .returns(10L, seen -> seen.other().id());
        assertThat(touched.fired()).containsExactlyInAnyOrder(new TierTouched(10), new TierTouched(11));
        assertThat(ChangeLogFixture.lines(database, 11))
                .extracting(HistoryRow::entity)
                .containsExactly("relation");
    }

    @Test
    void onesOwnTierAnUnknownTypeAndAHiddenTierAreRefused() {
        refused("other", "relation-to-itself", prescriber(10, null, null));
        refused("other", "unknown-reference", prescriber(20, null, null));
        refused("type", "unknown-reference", new RelationCommand("FRIEND", 11L, null, null, null, null));
        refused("to", "before-start", prescriber(11, "2026-05-01", "2026-04-01"));
    }

    @Test
    void theSameRelationIsInForceOnceOnADay() {
        of(SALES).add(10, prescriber(11, "2026-01-01", "2026-06-30"));

        assertThatThrownBy(() -> of(SALES).add(10, prescriber(11, "2026-06-30", null)))
                .asInstanceOf(type(BusinessException.class))
                .returns("relation-double", BusinessException::code);
        // the other way round, and right after, are other relations
        of(SALES).add(11, prescriber(10, "2026-03-01", null));
        of(SALES).add(10, prescriber(11, "2026-07-01", null));
        assertThat(of(SALES)
                        .ofTier(10, new RelationFilter(null, true), null, 10)
                        .total())
                .isEqualTo(2);
    }

    @Test
    void aSymmetricRelationIsTheSameFromEitherEnd() {
        of(SALES).add(11, new RelationCommand("COMPETITOR", 10L, Side.SECOND, null, null, null));

        assertThatThrownBy(() -> of(SALES).add(10, new RelationCommand("COMPETITOR", 11L, null, null, null, null)))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.CONFLICT, BusinessException::kind);
    }

    @Test
    void aRelationWithAHiddenTierDoesNotExist() {
        var relation = of(ALL).add(10, prescriber(20, null, null));

        assertThat(of(SALES).ofTier(10, RelationFilter.ALL, null, 10).items()).isEmpty();
        assertThat(attachment(SALES).count(10)).isZero();
        assertThat(attachment(ALL).count(10)).isOne();
        assertThatThrownBy(() -> of(SALES).get(relation.id(), null))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.NOT_FOUND, BusinessException::kind);
    }

    @Test
    void changesAreForTheOneWhoReadLast() {
        var relation = of(SALES).add(10, prescriber(11, null, null));
        var ended = of(SALES).end(relation.id(), 11L, 0, null);

        assertThat(ended.to()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThatThrownBy(() -> of(SALES).update(relation.id(), null, 0, relation.toCommand()))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.STALE, BusinessException::kind);
        of(SALES).delete(relation.id(), ended.version());
        assertThat(attachment(SALES).count(10)).isZero();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        for (long other = 11; other < 15; other++) {
            of(SALES).add(10, prescriber(other, null, null));
        }
        var first = of(SALES).ofTier(10, RelationFilter.ALL, null, 3);
        var second = of(SALES).ofTier(10, RelationFilter.ALL, first.next(), 3);

        assertThat(first.total()).isEqualTo(4);
        assertThat(first.items()).extracting(each -> each.other().id()).containsExactly(11L, 12L, 13L);
        assertThat(second.items()).extracting(each -> each.other().id()).containsExactly(14L);
        assertThat(second.next()).isNull();
    }

    @Test
    void mergeLosesNothingDoublesNothingAndLeavesNobodyRelatedToOneself() {
        of(SALES).add(10, prescriber(11, null, null));
        of(SALES).add(10, prescriber(12, "2026-01-01", "2026-06-30"));
        of(SALES)
                .add(
                        11,
                        new RelationCommand(
                                "PRESCRIBER", 12L, null, LocalDate.parse("2026-06-01"), null, "Convention"));
        of(SALES).add(12, new RelationCommand("COMPETITOR", 11L, null, null, null, null));

        attachment(ALL).reattach(11, 10);

        assertThat(of(SALES).ofTier(10, RelationFilter.ALL, null, 10).items())
                .extracting(
                        RelationView::type,
                        each -> each.other().id(),
                        RelationView::from,
                        RelationView::to,
                        RelationView::note)
                .containsExactlyInAnyOrder(
                        tuple("PRESCRIBER", 12L, LocalDate.parse("2026-01-01"), null, "Convention"),
                        tuple("COMPETITOR", 12L, null, null, null));
        assertThat(attachment(ALL).count(11)).isZero();
    }

    @Test
    void theTreeAndItsFiguresKnowNoHiddenTier() {
        child(11, 10);
        child(12, 11);
        child(13, 11);
        child(20, 12);
        database.jdbi().useHandle(handle -> {
            handle.execute("update tier set turnover = 100 where id = 12");
            handle.execute("update tier set turnover = 7 where id = 20");
            handle.execute(
                    """
                    insert into key_figure (tier_id, year, closing_date, turnover, source, fetched_at)
                    values (12, 2025, '2025-12-31', 250, 'MANUAL', now()), (12, 2024, '2024-12-31', 1, 'MANUAL', now())
                    """);
            handle.execute("insert into outstanding (tier_id, amount, currency, as_of) values (11, 30, 'EUR', now())");
        });

        var tree = trees(SALES).of(12);
        assertThat(tree.ancestors()).extracting(Neighbour::id).containsExactly(10L, 11L);
        assertThat(tree.siblings()).extracting(Neighbour::id).containsExactly(13L);
        assertThat(tree.children()).isEmpty();
        assertThat(trees(ALL).of(12).children()).extracting(Neighbour::id).containsExactly(20L);

        var turnover = groups(SALES).turnover(10);
        assertThat(turnover.amounts()).singleElement().satisfies(sum -> assertThat(sum.amount())
                .isEqualByComparingTo(new BigDecimal(250)));
        assertThat(turnover).returns(4L, GroupFigures::tiers).returns(1L, GroupFigures::hidden);
        assertThat(groups(ALL).turnover(10).amounts().get(0).amount()).isEqualByComparingTo(new BigDecimal(257));
        assertThat(groups(SALES).outstanding(10).amounts().get(0).amount()).isEqualByComparingTo(new BigDecimal(30));
    }

    @Test
    void aTypeInUseIsDeactivatedNotDeleted() {
        of(SALES).add(10, prescriber(11, null, null));
        var types = types();
        var prescriber = types.get("PRESCRIBER");

        assertThatThrownBy(() -> types.delete("PRESCRIBER"))
                .asInstanceOf(type(BusinessException.class))
                .returns("relation-type-in-use", BusinessException::code);
        types.update(new RelationType("PRESCRIBER", prescriber.version(), "A", "B", "C", "D", false, 10, false));
        refused("type", "unknown-reference", prescriber(12, null, null));
        types.delete("PARTNER");
    }

    private void child(long child, long parent) {
        database.jdbi()
                .useHandle(handle -> handle.execute("update tier set parent_id = ? where id = ?", parent, child));
    }

    private void refused(String field, String code, RelationCommand command) {
        assertThatThrownBy(() -> of(SALES).add(10, command))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactly(field + ' ' + code));
    }

    private static RelationCommand prescriber(long other, String from, String to) {
        return new RelationCommand("PRESCRIBER", other, Side.FIRST, day(from), day(to), null);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private Relations of(Caller caller) {
        var callers = TestCallers.of(caller);
        var relations = new Relations();
        relations.db = database.db();
        relations.clock = clock;
        relations.access = new TierAccess(database.db(), callers);
        relations.rows = new RelationRows(database.db(), callers);
        relations.types = types();
        relations.history = new History(database.db(), clock);
        relations.authors = new Authors(callers, new Source());
        relations.touched = touched;
        return relations;
    }

    private RelationTypes types() {
        return TestLists.on(database.db(), new RelationTypes());
    }

    private RelationAttachment attachment(Caller caller) {
        return new RelationAttachment(
                database.db(),
                new RelationRows(database.db(), TestCallers.of(caller)),
                new RelationMerge(database.db()));
    }

    private RelationTrees trees(Caller caller) {
        var trees = new RelationTrees();
        trees.db = database.db();
        trees.callers = TestCallers.of(caller);
        trees.access = new TierAccess(database.db(), trees.callers);
        return trees;
    }

    private GroupQuery groups(Caller caller) {
        var groups = new GroupQuery();
        groups.db = database.db();
        groups.callers = TestCallers.of(caller);
        groups.access = new TierAccess(database.db(), groups.callers);
        return groups;
    }
}
