package fr.tiers.tier;

import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** What merge, deletion, anonymisation and export do with a tier's own custom values and tags. */
class TierOwnDataTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new TierFieldOwner());
    private final TierAttachment values =
            new TierFieldAttachment(database.db(), fields, new PersonalFields(database.db(), fields));
    private final TierAttachment tags = new TierTagAttachment(database.db());
    private final TreeMap<String, List<Map<String, Object>>> exported = new TreeMap<>();

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 11, 1L);
        define("\"code\":\"beds\",\"type\":\"INTEGER\",\"labelFr\":\"Lits\"");
        define("\"code\":\"price\",\"type\":\"INTEGER\",\"labelFr\":\"Prix\",\"personal\":true");
        define("\"code\":\"income\",\"type\":\"COMPUTED\",\"labelFr\":\"Recette\",\"formula\":\"beds * price\"");
    }

    @Test
    void aMergeKeepsTheSurvivorsValuesAndTakesOverTheOthers() {
        store(10, "{\"beds\":12}");
        store(11, "{\"beds\":3,\"price\":50,\"income\":150}");

        values.reattach(11, 10);

        assertThat(values(10)).containsOnly(entry("beds", 12L), entry("price", 50L), entry("income", 600L));
        assertThat(values.count(10)).isEqualTo(3);
    }

    @Test
    void whatIsComputedFromPersonalDataIsPersonalToo() {
        store(10, "{\"beds\":12,\"price\":50,\"income\":600}");

        values.export(10, exported::put);
        values.export(11, exported::putIfAbsent);
        values.anonymise(10);

        assertThat(exported.get("customfield")).containsExactly(Map.of("Prix", "50", "Recette", "600"));
        assertThat(values(10)).containsOnly(entry("beds", 12L));
    }

    @Test
    void aMergeKeepsEachTagOnce() {
        wear(10, "VIP");
        wear(11, "VIP");
        wear(11, "Salon");

        tags.reattach(11, 10);

        tags.export(10, exported::put);
        assertThat(exported.get("tag")).containsExactly(Map.of("label", "Salon"), Map.of("label", "VIP"));
        assertThat(tags.count(11)).isZero();
    }

    @Test
    void tagsAreForgotten() {
        wear(10, "Cousin du maire");

        tags.anonymise(10);

        assertThat(tags.count(10)).isZero();
    }

    private void define(String json) {
        TestCustomFields.service(database, new TestClock(), TestCallers.of(TestCallers.sales(1L)), fields)
                .create(TestCustomFields.definition('{' + json + '}'));
    }

    private void store(long id, String json) {
        database.jdbi().useHandle(handle -> handle.execute("update tier set custom = ?::jsonb where id = ?", json, id));
    }

    private Map<String, Object> values(long id) {
        return FieldJson.values(text("select custom from tier where id = " + id));
    }

    private void wear(long tier, String label) {
        database.jdbi().useHandle(handle -> {
            handle.execute(
                    """
                    insert into tag (label, created_by, created_at) select ?, 'sales', now()
                    where not exists (select 1 from tag where label = ?)
                    """,
                    label,
                    label);
            handle.execute("insert into tier_tag (tier_id, tag_id) select ?, id from tag where label = ?", tier, label);
        });
    }

    private String text(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
