package fr.tiers.tier.web;

import fr.tiers.kernel.Cursor;
import fr.tiers.tier.PageStart;
import fr.tiers.tier.TierOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TierListQueryTest {

    private static TierListQuery query(Map<String, String[]> parameters) {
        return TierListQuery.of(parameters);
    }

    private static String[] values(String... values) {
        return values;
    }

    @Test
    void showsTheActiveTiersByNameWhenTheUrlSaysNothing() {
        var query = query(Map.of());

        assertThat(query.filter().status()).isEqualTo("ACTIVE");
        assertThat(query.order()).isEqualTo(TierOrder.BY_NAME);
        assertThat(query.start()).isEqualTo(PageStart.FIRST);
        assertThat(query.toUrl()).isEmpty();
    }

    @Test
    void readsWhatItHasWritten() {
        var query = query(Map.of(
                "type", values("CUSTOMER", "SUPPLIER"),
                "q", values("L’Écluse & fils"),
                "blocked", values("true"),
                "sort", values("-updatedAt"),
                "page", values("3"),
                "size", values("50")));

        assertThat(query.toUrl())
                .isEqualTo(
                        "?q=L%E2%80%99%C3%89cluse+%26+fils&type=CUSTOMER&type=SUPPLIER&blocked=true&sort=-updatedAt&page=3&size=50");
        assertThat(query.start()).isEqualTo(PageStart.at(100));
        assertThat(query.filter().types()).containsExactly("CUSTOMER", "SUPPLIER");
        assertThat(query.filter().blocked()).isTrue();
    }

    @Test
    void leavesOutWhatItCannotUnderstand() {
        var query = query(Map.of(
                "status", values("OPEN"),
                "sort", values("password"),
                "page", values("0"),
                "size", values("100000"),
                "blocked", values("perhaps"),
                "city", values(" "),
                "other", values("x")));

        assertThat(query.values()).isEmpty();
    }

    @Test
    void keepsWhatCanBeReadOfAText() {
        assertThat(query(Map.of("q", values("a\0b"))).values()).isEqualTo(Map.of("q", List.of("ab")));
    }

    @Test
    void goesBackToTheFirstPageWhenAConditionIsDropped() {
        var query = query(Map.of("type", values("CUSTOMER", "SUPPLIER"), "page", values("4")));

        assertThat(query.without("type", "CUSTOMER").toUrl()).isEqualTo("?type=SUPPLIER");
        assertThat(query.narrowed("type", null).toUrl()).isEmpty();
    }

    @Test
    void showsAllWhenTheActiveOnesAreNoLongerAskedFor() {
        var query = query(Map.of()).without("status", "ACTIVE");

        assertThat(query.toUrl()).isEqualTo("?status=ALL");
        assertThat(query.filter().status()).isNull();
    }

    @Test
    void keepsDefaultsOutOfTheUrl() {
        var query = query(Map.of("sort", values("city"), "page", values("2")));

        assertThat(query.sorted(TierOrder.BY_NAME).sized(25).toUrl()).isEmpty();
        assertThat(query.at(3).toUrl()).isEqualTo("?sort=city&page=3");
        assertThat(query.filters()).isEqualTo(List.of());
    }

    @Test
    void turnsPagesByTheRowsAtTheirEdges() {
        var cursor = new Cursor("lyon", 7).encode();
        var third = query(Map.of("page", values("3")));

        assertThat(third.after(cursor).toUrl()).isEqualTo("?page=4&after=" + cursor);
        assertThat(third.before(cursor).toUrl()).isEqualTo("?page=2&before=" + cursor);
        assertThat(third.before(cursor).before(cursor).toUrl()).isEmpty();
        assertThat(third.before(cursor).sorted(third.order()).toUrl()).isEmpty();
        assertThat(third.after(cursor).without("q", "x").toUrl()).isEmpty();
        assertThat(third.after(cursor).start()).isEqualTo(PageStart.after(cursor));
    }

    @Test
    void countsPagesFromTheEndAsWell() {
        var cursor = new Cursor("lyon", 7).encode();
        var last = query(Map.of("page", values("-1")));

        assertThat(last.start()).isEqualTo(PageStart.fromEnd(0));
        assertThat(last.before(cursor).toUrl()).isEqualTo("?page=-2&before=" + cursor);
        assertThat(last.before(cursor).after(cursor).toUrl()).isEqualTo("?page=-1");
        assertThat(query(Map.of("page", values("-3"))).start()).isEqualTo(PageStart.fromEnd(50));
    }

    @Test
    void aRecordKnowsTheListItCameFrom() {
        var list = query(Map.of(
                "q",
                values("L’Écluse & fils"),
                "type",
                values("CUSTOMER", "PROSPECT"),
                "page",
                values("3"),
                "size",
                values("50")));

        assertThat(TierListQuery.parse(list.toWalk()).filter()).isEqualTo(list.filter());
        assertThat(query(Map.of()).toWalk()).isEqualTo("sort=name");
        assertThat(TierListQuery.parse("sort=%zz&q=%&&=&other=1").values()).isEmpty();
    }
}
