package fr.tiers.duplicate;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.TestCallers;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TierData;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a look for duplicates takes among many: {@code -Dtiers.duplicates.among=1000000}. */
@EnabledIfSystemProperty(named = "tiers.duplicates.among", matches = "\\d+")
class DuplicateSpeedTest {

    private static final int LOOKS = 200;

    private final TestDatabase database = TestDatabase.fresh();
    private final TestCallers callers = new TestCallers();
    private final int tiers = Integer.getInteger("tiers.duplicates.among");

    private void fill() {
        database.jdbi().useTransaction(handle -> {
            // what the tier needs elsewhere would take most of the time to fill
            handle.createQuery(
                            """
                            select indexname from pg_indexes where tablename = 'tier' and indexname like '%\\_order'
                               or indexname in ('tier_search_text', 'tier_custom', 'tier_custom_text')
                            """)
                    .mapTo(String.class)
                    .list()
                    .forEach(index -> handle.execute("drop index " + index));
            handle.execute("alter table tier disable trigger user");
            handle.execute(
                    """
                    insert into tier (id, code, kind, name, status, siren, siret, email, phone, mobile, website, postal_code, city,
                                      address_line1, created_at, created_by, updated_at, updated_by)
                    select n, 'D' || n, 'COMPANY',
                           (array['Boulangerie','Garage','Menuiserie','Transports','Pharmacie','Hôtel','Cabinet','SARL','Restaurant','Ets'])[1 + n % 10]
                               || ' ' || initcap(translate(substr(md5((n % 50000)::text), 1, 7), '0123456789', 'aeioulnrst'))
                               || (array['', ' SARL', ' SAS', ' et Fils', ' Services'])[1 + (n / 10) % 5],
                           'ACTIVE', lpad((n / 3)::text, 9, '1'), lpad((n / 3)::text, 9, '1') || lpad((n % 3)::text, 5, '0'),
                           'contact' || n / 5 || '@' || case when n % 4 = 0 then 'gmail.com' else 'd' || (n / 5) || '.fr' end,
                           '02' || lpad(n::text, 8, '0'), '06' || lpad(n::text, 8, '0'), 'https://www.d' || (n / 5) || '.fr',
                           case when n % 50 = 0 then '75008' else lpad((1000 * (1 + n % 95) + n % 30)::text, 5, '0') end, 'V', n % 99 || ' rue A', now(), 'x', now(), 'x'
                    from generate_series(1, ?) n
                    """,
                    tiers);
        });
        database.jdbi().useHandle(handle -> handle.execute("vacuum analyze tier"));
    }

    @Test
    void aLookAndANightAmongMany() {
        fill();
        callers.become(new Caller(1, "admin", "Ada", "fr", Set.of(Role.ADMINISTRATOR), List.of()));
        var finder = new DuplicateFinder();
        finder.db = database.db();
        finder.callers = callers;
        finder.access = new TierAccess(database.db(), callers);
        var times = IntStream.range(0, LOOKS)
                .mapToLong(i -> look(finder, i))
                .sorted()
                .toArray();
        System.out.printf(
                "look: median %d ms, 95 %% %d ms, worst %d ms%n",
                times[LOOKS / 2], times[LOOKS * 95 / 100], times[LOOKS - 1]);

        var clusters = new DuplicateClusters(database.db(), new TestClock());
        long before = System.nanoTime();
        int size = 1000;
        for (int from = 1; from < size; from += 100) {
            var ids = IntStream.range(from, from + 100).mapToObj(Long::valueOf).toList();
            database.inTransaction(() -> clusters.compare(ids));
        }
        System.out.printf("night: %d tiers a second%n", size * 1_000_000_000L / (System.nanoTime() - before));
        var plan = database.jdbi().withHandle(handle -> handle.createQuery(
                        "explain (analyze, buffers) " + CandidateSql.of(CandidateSql.OF_ROWS))
                .bindArray("ids", Long.class, List.of(4711L))
                .bindArray("shared", String.class, ContactPoints.SHARED)
                .mapTo(String.class)
                .list());
        plan.forEach(System.out::println);
        assertThat(times[LOOKS * 95 / 100]).isLessThanOrEqualTo(60);
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on tier "));
    }

    private long look(DuplicateFinder finder, int i) {
        long n = 1 + i * 4999L % tiers;
        var row = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select name, phone, email, postal_code, siren from tier where id = :id")
                .bind("id", n)
                .mapToMap()
                .one());
        var data = new TierData();
        data.setName(row.get("name") + " SAS");
        data.getAddress().setPostalCode((String) row.get("postal_code"));
        if (i % 2 == 0) {
            data.setPhone((String) row.get("phone"));
            data.setEmail((String) row.get("email"));
            data.setSiren((String) row.get("siren"));
        }
        long before = System.nanoTime();
        var found = finder.of(data, null);
        long took = (System.nanoTime() - before) / 1_000_000;
        assertThat(found).isNotEmpty();
        return took;
    }
}
