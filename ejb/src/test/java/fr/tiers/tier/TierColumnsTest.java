package fr.tiers.tier;

import fr.tiers.access.TestCallers;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TierColumnsTest {

    /** Sorted by what another table says. */
    private static final Set<TierColumn> NAMED = Set.of(TierColumn.OWNER, TierColumn.SALES_UNIT);

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final TierSearch search = new TierSearch();

    @BeforeEach
    void tiers() {
        search.db = DATABASE.db();
        search.customFields = new FieldSearch(TestCustomFields.of(DATABASE, new TierFieldOwner()));
        search.callers = TestCallers.of(TestCallers.sales(1L));
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute("delete from tier");
            handle.execute("delete from sales_unit");
        });
        TestTiers.unit(DATABASE, 1);
        TestTiers.tier(DATABASE, 10, 1L);
        TestTiers.tier(DATABASE, 11, 1L);
        TestTiers.tier(DATABASE, 12, 1L);
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute(
                    """
                    update tier set trade_name = 'Chez Étienne', legal_form = 'SARL', turnover = 1500.50, turnover_year = 2024, headcount = 12,
                        founded_on = date '2001-02-03', headcount_band = '11', blocked = true, blocked_reason = 'Impayés 100 %',
                        created_at = timestamptz '2026-03-04 10:00:00+00', email = 'a_b@exemple.fr', phone = '0199007731' where id = 10
                    """);
            handle.execute("update tier set legal_form = 'SAS', turnover = 20, email = 'axb@exemple.fr' where id = 11");
        });
    }

    private List<Long> found(String name, String... values) {
        var filter = TierFilter.builder()
                .columns(TierColumnFilter.parse(Map.of(name, List.of(values))))
                .build();
        return search.rows(filter, TierOrder.BY_NAME, 0, 10).stream()
                .map(TierRow::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "field.tradeName.contains, etienne, 10",
        "field.tradeName, CHEZ ETIENNE, 10",
        "field.tradeName.empty, true, 11 12",
        "field.tradeName.empty, false, 10",
        "field.email.contains, a_b, 10",
        "field.blockedReason.contains, 100 %, 10",
        "field.legalForm, sas, 11",
        "field.turnover.min, 20, 10 11",
        "field.turnover.max, 20, 11",
        "field.turnover, '1 500,5', 10",
        "field.headcountBand, 11, 10",
        "field.blocked, true, 10",
        "field.blocked, false, 11 12",
        "field.foundedOn.min, 2001-02-03, 10",
        "field.foundedOn.max, 2001-02-02, ''",
        "field.createdAt.max, 2026-03-04, 10",
        "field.createdAt.max, 2026-03-03, ''",
        "field.phone.empty, false, 10",
        "field.code, C11, 11",
        "field.quality.min, 0, 10 11 12"
    })
    void aConditionFindsWhatItSays(String name, String value, String ids) {
        var expected = Stream.of(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();

        assertThat(found(name, value)).isEqualTo(expected);
    }

    @Test
    void severalValuesAreAnyOfThem() {
        assertThat(found("field.legalForm", "SARL", "SAS")).containsExactly(10L, 11L);
    }

    @ParameterizedTest
    @CsvSource({
        "field.unknown, x",
        "field.types, CUSTOMER",
        "field.owner, sales",
        "field.turnover.contains, 1",
        "field.turnover.min, much",
        "field.turnover.min, 1e400",
        "field.foundedOn.min, 31/12/2001",
        "field.createdAt, 2026-03-04",
        "field.blocked, maybe",
        "field.blocked.min, 1",
        "field.tradeName.empty, perhaps",
        "field.tradeName.min, a",
        "field.kind, ALIEN",
        "field.phone.contains, 01",
        "field.quality.min, 99999",
        "field.tradeName.contains, ' '",
        "field.x'; drop table tier, x"
    })
    void whatCannotBeAskedIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> found(name, value))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .returns(name, violation -> violation.field()));
    }

    static Stream<TierColumn> sortable() {
        return TierColumn.sortable();
    }

    @ParameterizedTest
    @MethodSource("sortable")
    void eachColumnSortsBothWaysPageByPage(TierColumn column) {
        for (boolean descending : new boolean[] {false, true}) {
            var order = new TierOrder(column, descending);
            var first = search.page(TierFilter.NONE, order, null, 2);
            var second = search.page(TierFilter.NONE, order, first.next(), 2);

            assertThat(Stream.concat(first.items().stream(), second.items().stream())
                            .map(TierRow::id))
                    .containsExactlyInAnyOrder(10L, 11L, 12L);
            assertThat(second.next()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("sortable")
    void eachColumnIsWalkedThroughFromBothEndsAndFromRecordToRecord(TierColumn column) {
        for (boolean descending : new boolean[] {false, true}) {
            var order = new TierOrder(column, descending);
            for (long total : new long[] {3, Slice.COUNT_CAP}) {
                var first = page(order, PageStart.FIRST, total);
                var second = page(order, PageStart.after(first.after()), total);
                var third = page(order, PageStart.after(second.after()), total);
                var ids = Stream.of(first, second, third).map(this::only).toList();

                assertThat(ids).containsExactlyInAnyOrder(10L, 11L, 12L);
                assertThat(first.before()).isNull();
                assertThat(third.after()).isNull();
                assertThat(only(page(order, PageStart.before(third.before()), total)))
                        .isEqualTo(ids.get(1));
                assertThat(page(order, PageStart.before(second.before()), total).before())
                        .isNull();
                assertThat(only(page(order, PageStart.fromEnd(0), total))).isEqualTo(ids.get(2));
                assertThat(page(order, PageStart.fromEnd(0), total).after()).isNull();
                assertThat(only(page(order, PageStart.fromEnd(1), total))).isEqualTo(ids.get(1));
                assertThat(only(page(order, PageStart.at(1), total))).isEqualTo(ids.get(1));

                var middle = search.around(TierFilter.NONE, order, ids.get(1));
                assertThat(middle.previous().id()).isEqualTo(ids.get(0));
                assertThat(middle.next().id()).isEqualTo(ids.get(2));
                assertThat(search.around(TierFilter.NONE, order, ids.get(0)).previous())
                        .isNull();
                assertThat(search.around(TierFilter.NONE, order, ids.get(2)).next())
                        .isNull();
            }
        }
    }

    private TierPage page(TierOrder order, PageStart start, long total) {
        return search.page(TierFilter.NONE, order, start, 1, total, List.of());
    }

    private long only(TierPage page) {
        assertThat(page.items()).hasSize(1);
        return page.items().get(0).id();
    }

    @Test
    void stepsOnlyToWhatTheListShowsAndFromWhatItNoLongerShows() {
        var filter = TierFilter.builder()
                .columns(TierColumnFilter.parse(Map.of("field.legalForm", List.of("SAS", "SARL"))))
                .build();
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute(
                        "update tier set name = case id when 10 then 'Un' when 12 then 'Vert' else 'Zone' end"));

        assertThat(search.around(filter, TierOrder.BY_NAME, 12))
                .isEqualTo(new TierNeighbours(
                        new TierNeighbours.Neighbour(10, "Un"), new TierNeighbours.Neighbour(11, "Zone")));
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        var numbers = new TierOrder(TierColumn.TURNOVER, false);
        var foreign = PageStart.after(new Cursor("not a number", 1).encode());

        assertThatThrownBy(() -> page(numbers, foreign, 3)).isInstanceOf(BusinessException.class);
    }

    @ParameterizedTest
    @MethodSource("sortable")
    void eachOrderHasAnIndex(TierColumn column) {
        if (NAMED.contains(column)) {
            return;
        }
        var plan = DATABASE.jdbi().inTransaction(handle -> {
            handle.execute("set local enable_seqscan = off");
            handle.execute("set local enable_sort = off");
            return String.join(
                    "\n",
                    handle.createQuery("explain select t.id from tier t order by %s, t.id limit 1"
                                    .formatted(column.order()))
                            .mapTo(String.class)
                            .list());
        });

        assertThat(plan).contains("Index").doesNotContain("Sort");
    }

    @Test
    void aRowHasTheFieldsThatWereAskedFor() {
        var all = Arrays.asList(TierColumn.values());
        var row = search.rows(TierFilter.NONE, TierOrder.BY_NAME, 0, 1, 3, all).get(0);

        assertThat(row.text(TierColumn.TURNOVER)).isEqualTo("1500.5");
        assertThat(row.text(TierColumn.TRADE_NAME)).isEqualTo("Chez Étienne");
        assertThat(row.text(TierColumn.FOUNDED_ON)).isEqualTo("2001-02-03");
        assertThat(row.text(TierColumn.VAT_NUMBER)).isEmpty();
        assertThat(row.text(TierColumn.SALES_UNIT)).isEqualTo("U1");
    }
}
