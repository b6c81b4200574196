package fr.tiers.map;

import fr.tiers.access.TestCallers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierArea;
import fr.tiers.tier.TierArea.Frame;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierRow;
import fr.tiers.tier.TierSearch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TierMapTest {

    private static final Frame FRANCE = new Frame(-5.2, 41.3, 9.6, 51.1);
    private static final int TIERS = 1500;

    private final TestDatabase database = TestDatabase.fresh();
    private final TierSearch search = TestTiers.search(database, TestCallers.of(TestCallers.sales(1L)));
    private final TierMap map =
            new TierMap(search, TestCallers.of(TestCallers.sales(1L)), new MovableClock("2026-11-22T09:00:00Z"));

    private void sql(String statement, Object... parameters) {
        database.jdbi().useHandle(handle -> handle.execute(statement, parameters));
    }

    @BeforeEach
    void units() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        sql("insert into app_user (id, login, display_name) values (1, 'sales', 'Sales')");
    }

    private void place(long id, double latitude, double longitude) {
        sql("update tier set latitude = ?, longitude = ? where id = ?", latitude, longitude, id);
    }

    private void manyTiers() {
        sql(
                """
                with seeded as materialized (select setseed(0.42)),
                drawn as materialized (
                    select n as id, 1 + floor(random() * 2)::int as unit, 45 + random() * 4 - 2 as lat, 3 + random() * 5 - 2.5 as lon
                    from seeded, generate_series(1, ?) n)
                insert into tier (id, code, kind, name, status, sales_unit_id, latitude, longitude, created_at, created_by, updated_at, updated_by)
                select id, 'C' || id, 'COMPANY', 'Tier ' || id, 'ACTIVE', unit, lat, lon, now(), 'test', now(), 'test' from drawn
                """,
                TIERS);
        sql("insert into tier_function (tier_id, type_code) select id, 'CUSTOMER' from tier where id % 2 = 0");
        sql(
                """
                insert into tier_function (tier_id, type_code)
                select id, type from tier, unnest(array['SUPPLIER', 'PROSPECT']) type where id % 3 = 0
                """);
        sql("insert into tier_collaborator (tier_id, user_id) select id, 1 from tier where id % 7 = 0");
        sql("update tier set confidential = true where id % 11 = 0");
    }

    /** By square; the second time from the tiers themselves, as the kept numbers know nothing of quality. */
    private void sameBothWays(TierFilter.Builder filter, int zoom) {
        var kept = map.look(filter.build(), FRANCE, zoom);
        var counted = map.look(filter.quality(0, null).build(), FRANCE, zoom);
        assertThat(kept.number()).isEqualTo(counted.number()).isGreaterThan(TierMap.MOST_PINS);
        assertThat(squares(kept)).isEqualTo(squares(counted));
    }

    private static Map<Frame, Long> squares(MapView view) {
        return view.clusters().stream().collect(Collectors.toMap(MapView.Cluster::square, MapView.Cluster::number));
    }

    @Test
    void whatIsKeptIsWhatIsThereAtEveryZoom() {
        manyTiers();
        for (int zoom : new int[] {0, 5, 6, 8, 9, 11, 14}) {
            sameBothWays(TierFilter.builder(), zoom);
            sameBothWays(TierFilter.builder().types(List.of("CUSTOMER", "PROSPECT")), zoom);
        }
    }

    @Test
    void whatIsKeptFollowsEveryChange() {
        manyTiers();
        sql("select map_fold(1000)");
        sql("update tier set latitude = latitude + 1 where id % 5 = 0");
        sql("update tier set latitude = null, longitude = null where id % 13 = 0");
        sql("update tier set sales_unit_id = 3 - sales_unit_id where id % 4 = 0");
        sql("delete from tier_function where tier_id % 3 = 0 and type_code = 'PROSPECT'");
        sql("insert into tier_function (tier_id, type_code) select id, 'CUSTOMER' from tier on conflict do nothing");
        sql("delete from tier_collaborator where tier_id % 2 = 0");
        sql("delete from tier where id % 17 = 0 and id % 7 <> 0");
        sameBothWays(TierFilter.builder().types(List.of("CUSTOMER")), 6);
        sql("select map_fold(100000)");
        assertThat(database.jdbi()
                        .<Long, RuntimeException>withHandle(handle -> handle.select("select count(*) from map_change")
                                .mapTo(Long.class)
                                .one()))
                .isZero();
        sameBothWays(TierFilter.builder().types(List.of("CUSTOMER")), 6);
        sameBothWays(TierFilter.builder().status("ACTIVE"), 9);
        sql("select map_rebuild()");
        sameBothWays(TierFilter.builder(), 9);
    }

    @Test
    void fewTiersHaveTheirOwnPinsAndOnlyTheVisibleOnes() {
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 2L);
        TestTiers.tier(database, 12, 2L);
        TestTiers.tier(database, 13, 1L);
        place(10, 45.76, 4.84);
        place(11, 45.76, 4.84);
        place(12, 45.77, 4.85);
        sql("insert into tier_collaborator (tier_id, user_id) values (12, 1), (10, 1)");
        sql(
                "insert into event (tier_id, type, subject, starts_at, author, created_at, state) values (10, 'MEETING', 'x',"
                        + " timestamptz '2026-10-01 10:00Z', 'x', now(), 'DONE'), (10, 'MEETING', 'x', timestamptz '2027-10-01 10:00Z', 'x', now(), 'PLANNED')");

        var view = map.look(TierFilter.NONE, FRANCE, 6);

        assertThat(view.number()).isEqualTo(2);
        assertThat(view.pins()).extracting(MapView.Pin::id).containsExactly(10L, 12L);
        assertThat(view.pins().get(0).lastVisit()).isEqualTo("2026-10-01T10:00:00Z");
        assertThat(map.unplaced(TierFilter.NONE)).isEqualTo(1);
        assertThat(map.look(TierFilter.NONE, new Frame(-61.9, 15.8, -60.9, 16.6), 9)
                        .number())
                .isZero();
    }

    private List<Long> listed(Map<String, String> area, String sort) {
        var parameters = area.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        var filter = TierFilter.builder().area(TierArea.parse(parameters)).build();
        return search.page(filter, TierOrder.parse(sort), null, 50).items().stream()
                .map(TierRow::id)
                .toList();
    }

    @Test
    void aListIsNarrowedByFrameRadiusAndPolygonAndSortedByDistance() {
        for (long id = 10; id < 15; id++) {
            TestTiers.tier(database, id, 1L);
        }
        place(10, 45.76, 4.84); // Lyon
        place(11, 45.44, 4.39); // Saint-Étienne, 50 km
        place(12, 48.86, 2.35); // Paris
        place(13, 45.77, 4.88); // Villeurbanne, 3 km
        assertThat(listed(Map.of("near", "45.76,4.84", "radius", "60"), "distance"))
                .containsExactly(10L, 13L, 11L);
        assertThat(listed(Map.of("near", "45.76,4.84", "radius", "60"), "-distance"))
                .containsExactly(11L, 13L, 10L);
        assertThat(listed(Map.of("near", "45.76,4.84", "radius", "10"), "name")).containsExactly(10L, 13L);
        assertThat(listed(Map.of("bbox", "2,48,3,49"), "name")).containsExactly(12L);
        assertThat(listed(Map.of("polygon", "4.3,45.3,5,45.3,5,46,4.3,46"), "name"))
                .containsExactly(10L, 11L, 13L);
        assertThat(listed(Map.of("polygon", "4.3,45.9,4.8,45.9,4.8,45.6"), "name"))
                .isEmpty();
        assertThat(listed(Map.of("located", "false"), "name")).containsExactly(14L);
    }

    @Test
    void pagesByDistanceGoOnWhereTheyEnded() {
        for (long id = 10; id < 40; id++) {
            TestTiers.tier(database, id, 1L);
            place(id, 45 + id / 100.0, 4.84);
        }
        var filter = TierFilter.builder()
                .area(TierArea.parse(Map.of("near", List.of("45,4.84"), "radius", List.of("100"))))
                .build();
        var order = TierOrder.parse("distance");
        var first = search.page(filter, order, null, 20);
        var second = search.page(filter, order, first.next(), 20);
        assertThat(first.items()).extracting(TierRow::id).startsWith(10L, 11L).hasSize(20);
        assertThat(second.items()).extracting(TierRow::id).startsWith(30L).hasSize(10);
    }

    @Test
    void whatIsNoPlaceIsRefusedByName() {
        for (var bad : List.of(
                Map.entry("bbox", "1,2,3"),
                Map.entry("bbox", "1,2,3,91"),
                Map.entry("near", "91,0"),
                Map.entry("near", "x,y"),
                Map.entry("polygon", "1,2,3,4"),
                Map.entry("polygon", "1,2,3,4,5,6,7"),
                Map.entry("located", "maybe"),
                Map.entry("radius", "5"))) {
            assertThatThrownBy(() -> TierArea.parse(Map.of(bad.getKey(), List.of(bad.getValue()))))
                    .as(bad.toString())
                    .isInstanceOf(BusinessException.class);
        }
        assertThatThrownBy(() -> search.page(TierFilter.NONE, TierOrder.parse("distance"), null, 5))
                .isInstanceOf(BusinessException.class);
    }
}
