package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.Condition;
import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFieldService;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldJson;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.FieldType;
import fr.tiers.customfield.FieldUse;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Custom fields of tiers: values, conditions, filters, types, personal data. */
class TierCustomFieldsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final Callers callers = TestCallers.of(TestCallers.sales(1L));
    private final CustomFields fields = TestCustomFields.of(database, new TierFieldOwner());
    private final CustomFieldService service = TestCustomFields.service(database, clock, callers, fields);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        for (long id = 10; id < 15; id++) {
            TestTiers.tier(database, id, 1L);
        }
    }

    @Test
    void valuesAreKeptInOneFormWhateverPathTheyComeBy() {
        define("beds", FieldType.INTEGER, "\"min\":1,\"max\":500");
        define("rent", FieldType.AMOUNT, "");
        define("since", FieldType.DATE, "");
        define("site", FieldType.URL, "");
        define("place", FieldType.GPS, "");
        define("kinds", FieldType.MULTI_SELECT, "\"options\":[{\"code\":\"A\"},{\"code\":\"B\"}]");

        var kept = check(Map.of(
                "beds",
                "1 20",
                "rent",
                "12,5",
                "since",
                "2026-11-22",
                "site",
                "example.fr",
                "place",
                "48.85, 2.35",
                "kinds",
                List.of("A", "A", "B")));

        assertThat(CustomFields.texts(kept))
                .containsOnly(
                        entry("custom.beds", "120"),
                        entry("custom.rent", "12.50 EUR"),
                        entry("custom.since", "2026-11-22"),
                        entry("custom.site", "https://example.fr"),
                        entry("custom.place", "48.85, 2.35"),
                        entry("custom.kinds", "A, B"));
        assertThat(FieldJson.values(FieldJson.write(kept))).isEqualTo(kept);
    }

    @Test
    void formattedTextIsCleanedAndFoundByItsWords() {
        define("story", FieldType.HTML, "\"searchable\":true,\"max\":20");

        var kept = check(Map.of("story", "<p>Né à <b>Quimper</b></p><script>alert(1)</script>"));
        assertThat(kept).containsEntry("story", "<p>Né à <b>Quimper</b></p>");
        assertThat(check(Map.of("story", "<p> </p>"))).isEmpty();
        assertThat(refused(Map.of("story", "<p>Bien plus de vingt signes</p>")))
                .containsExactly("custom.story too-long");
        store(10, FieldJson.write(kept));
        String words = database.db().call(handle -> handle.createQuery("select custom_text from tier where id = 10")
                .mapTo(String.class)
                .one());
        assertThat(words).contains("quimper").doesNotContain("<");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        define("beds", FieldType.INTEGER, "\"min\":1,\"max\":500,\"required\":true");
        define("mail", FieldType.EMAIL, "");
        define("kind", FieldType.SELECT, "\"options\":[{\"code\":\"A\"}]");
        define("ref", FieldType.STRING, "\"pattern\":\"[A-Z]{3}\"");

        assertThat(refused(Map.of("beds", "4.5", "mail", "x", "kind", "Z", "ref", "ab", "other", 1)))
                .containsExactlyInAnyOrder(
                        "custom.beds whole-number",
                        "custom.beds required",
                        "custom.mail email-shape",
                        "custom.kind unknown-value",
                        "custom.ref pattern-mismatch",
                        "custom.other unknown-field");
    }

    @Test
    void whatIsHiddenIsNotRequiredAndKeptOrEmptiedAsTheFieldSays() {
        define("hotel", FieldType.BOOLEAN, "");
        var when = "\"required\":true,\"visible\":{\"field\":\"custom.hotel\",\"op\":\"EQ\",\"value\":true}";
        define("beds", FieldType.INTEGER, when);
        define("stars", FieldType.RATING, when + ",\"whenHidden\":\"CLEAR\"");

        assertThat(refused(Map.of("hotel", true))).containsExactly("custom.beds required", "custom.stars required");
        assertThat(check(Map.of("hotel", false, "beds", 3), Map.of("beds", 20L, "stars", 4L)))
                .containsOnly(entry("hotel", false), entry("beds", 20L));
    }

    @Test
    void whatIsReadOnlyStaysAsItIs() {
        define("ref", FieldType.STRING, "\"readOnlyWhen\":{\"field\":\"types\",\"op\":\"EQ\",\"value\":\"CUSTOMER\"}");

        assertThat(refused(Map.of("ref", "new"), Map.of("ref", "old"))).containsExactly("custom.ref read-only");
        assertThat(check(Map.of("ref", "old"), Map.of("ref", "old"))).containsEntry("ref", "old");
    }

    @Test
    void aDependentChoiceGoesWithWhatIsChosenAbove() {
        define("country", FieldType.SELECT, "\"options\":[{\"code\":\"FR\"},{\"code\":\"BE\"}]");
        define(
                "region",
                FieldType.DEPENDENT_SELECT,
                "\"dependsOn\":\"country\",\"options\":[{\"code\":\"BZH\",\"parent\":\"FR\"},{\"code\":\"WAL\",\"parent\":\"BE\"}]");

        assertThat(check(Map.of("country", "FR", "region", "BZH"))).containsEntry("region", "BZH");
        assertThat(refused(Map.of("country", "BE", "region", "BZH"))).containsExactly("custom.region unknown-value");
        assertThatThrownBy(() -> service.archive(field("country").id(), 0))
                .asInstanceOf(type(BusinessException.class))
                .returns("custom-field-needed", BusinessException::code);
    }

    @Test
    void whatIsUniqueIsRefusedASecondTime() {
        define("badge", FieldType.STRING, "\"unique\":true");
        store(10, "{\"badge\":\"A1\"}");

        assertThat(refused(Map.of("badge", "A1"))).containsExactly("custom.badge already-used");
    }

    @Test
    void computedFieldsFollowTheirParts() {
        define("beds", FieldType.INTEGER, "");
        define("nights", FieldType.COMPUTED, "\"formula\":\"beds * 365\"");

        assertThat(check(Map.of("beds", 2))).containsEntry("nights", new java.math.BigDecimal("730"));
        assertThat(check(Map.of())).isEmpty();
        assertThatThrownBy(() -> define("x1", FieldType.COMPUTED, "\"formula\":\"nobody + 1\""))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void filtersCompareAsTheTypeDoes() {
        define("beds", FieldType.INTEGER, "\"filterable\":true,\"listed\":true");
        define("city2", FieldType.STRING, "\"filterable\":true");
        define("since", FieldType.DATE, "\"filterable\":true");
        define("kind", FieldType.SELECT, "\"filterable\":true,\"options\":[{\"code\":\"A\"},{\"code\":\"B\"}]");
        define("note", FieldType.STRING, "");
        store(10, "{\"beds\":9,\"city2\":\"Évry\",\"since\":\"2025-01-01\",\"kind\":\"A\"}");
        store(11, "{\"beds\":100,\"city2\":\"Metz\",\"since\":\"2026-06-30\",\"kind\":\"B\"}");
        store(12, "{\"beds\":20}");

        assertThat(found("custom.beds.min", "10")).containsExactlyInAnyOrder(11L, 12L);
        assertThat(found("custom.beds.max", "20")).containsExactlyInAnyOrder(10L, 12L);
        assertThat(found("custom.beds", "9")).containsExactly(10L);
        assertThat(found("custom.city2", "EVRY")).containsExactly(10L);
        assertThat(found("custom.city2.contains", "et")).containsExactly(11L);
        assertThat(found("custom.since.max", "2025-12-31")).containsExactly(10L);
        assertThat(found("custom.kind", "A", "B")).containsExactlyInAnyOrder(10L, 11L);
        assertThat(found("custom.kind.empty", "true")).contains(12L, 13L).doesNotContain(10L);
        assertThat(sorted("-custom.beds")).startsWith(11L, 12L, 10L);
        for (var wrong : List.of("custom.note", "custom.unheard", "custom.beds.contains", "custom.kind.min")) {
            assertThatThrownBy(() -> found(wrong, "1")).as(wrong).isInstanceOf(BusinessException.class);
        }
        assertThatThrownBy(() -> found("custom.beds.min", "'; drop table tier")).isInstanceOf(BusinessException.class);
    }

    @Test
    void searchableValuesAreFoundByTheSearchBox() {
        define("badge", FieldType.STRING, "\"searchable\":true");
        define("secret", FieldType.STRING, "");
        store(10, "{\"badge\":\"Zébulon\",\"secret\":\"Pollux\"}");

        assertThat(ids(TierFilter.words("zebu"))).containsExactly(10L);
        assertThat(ids(TierFilter.words("pollux"))).isEmpty();
    }

    @Test
    void anOptionInUseIsOnlyDeactivated() {
        var field = define("kind", FieldType.SELECT, "\"options\":[{\"code\":\"A\"},{\"code\":\"B\"}]");
        store(10, "{\"kind\":\"A\"}");

        assertThatThrownBy(() -> service.update(
                        field.id(), 0, definition("kind", FieldType.SELECT, "\"options\":[{\"code\":\"B\"}]")))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal ->
                        assertThat(refusal.violations().get(0).code()).isEqualTo("option-in-use"));
        service.update(
                field.id(),
                0,
                definition(
                        "kind", FieldType.SELECT, "\"options\":[{\"code\":\"A\",\"active\":false},{\"code\":\"B\"}]"));
        assertThat(check(Map.of("kind", "A"), Map.of("kind", "A"))).containsEntry("kind", "A");
        assertThat(refused(Map.of("kind", "A"))).containsExactly("custom.kind option-inactive");
    }

    @Test
    void anOpenFormSurvivesThatAFieldIsDeactivated() {
        var field = define("beds", FieldType.INTEGER, "");
        service.update(field.id(), 0, definition("beds", FieldType.INTEGER, "\"active\":false"));

        assertThat(check(Map.of("beds", "12"), Map.of("beds", 12L))).containsEntry("beds", 12L);
        assertThat(refused(Map.of("beds", "13"), Map.of("beds", 12L))).containsExactly("custom.beds field-inactive");
        assertThat(refused(Map.of("beds", "13"))).containsExactly("custom.beds field-inactive");
    }

    @Test
    void ofTwoAdministratorsTheSecondIsToldThatTheFirstWasThere() {
        var field = define("beds", FieldType.INTEGER, "");
        service.update(field.id(), 0, definition("beds", FieldType.INTEGER, "\"required\":true"));

        assertThatThrownBy(
                        () -> service.update(field.id(), 0, definition("beds", FieldType.INTEGER, "\"listed\":true")))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.STALE, BusinessException::kind);
        assertThat(field("beds").definition().required()).isTrue();
    }

    @Test
    void whatAHiddenFieldHeldDecidesNothing() {
        define("kind", FieldType.STRING, "");
        define(
                "note",
                FieldType.STRING,
                "\"whenHidden\":\"CLEAR\",\"visible\":{\"field\":\"custom.kind\",\"op\":\"EQ\",\"value\":\"A\"}");
        define(
                "reply",
                FieldType.STRING,
                "\"position\":1,\"required\":true,\"visible\":{\"field\":\"custom.note\",\"op\":\"NOT_EMPTY\"}");

        assertThat(check(Map.of("kind", "B", "note", "x"))).containsOnly(entry("kind", "B"));
        assertThat(refused(Map.of("kind", "A", "note", "x"))).containsExactly("custom.reply required");
    }

    @Test
    void aReadOnlyFieldOfANewTierStartsWithItsDefault() {
        define(
                "rank",
                FieldType.STRING,
                "\"defaultValue\":\"C\",\"readOnlyWhen\":{\"field\":\"kind\",\"op\":\"EQ\",\"value\":\"COMPANY\"}");

        assertThat(check(Map.of("rank", "C"))).containsEntry("rank", "C");
        assertThat(refused(Map.of("rank", "A"))).containsExactly("custom.rank read-only");
    }

    @Test
    void aChangeOfTypeCountsWhatItWouldLoseFirst() {
        var field = define("beds", FieldType.STRING, "");
        store(10, "{\"beds\":\"12\"}");
        store(11, "{\"beds\":\"beaucoup\"}");

        var dry = service.changeType(field.id(), 0, FieldType.INTEGER, true, false);
        assertThat(dry.values()).isEqualTo(2);
        assertThat(dry.lossy()).isEqualTo(1);
        assertThat(values(10)).containsEntry("beds", "12");
        assertThatThrownBy(() -> database.inTransaction(
                        () -> service.changeType(field.id(), 0, FieldType.INTEGER, false, false)))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> service.changeType(field.id(), 0, FieldType.GPS, true, false))
                .isInstanceOf(BusinessException.class);

        service.changeType(field.id(), 0, FieldType.INTEGER, false, true);
        assertThat(values(10)).containsEntry("beds", 12L);
        assertThat(values(11)).isEmpty();
        assertThat(field("beds").type()).isEqualTo(FieldType.INTEGER);
    }

    @Test
    void aDeletedFieldKeepsItsValuesFor30Days() {
        var field = define("beds", FieldType.INTEGER, "");
        store(10, "{\"beds\":12}");

        service.archive(field.id(), 0);
        assertThat(check(Map.of("beds", 12L), Map.of("beds", 12L))).containsEntry("beds", 12L);
        service.restore(field.id(), 1);
        service.archive(field.id(), 2);
        clock.pass(Duration.ofDays(29));
        TestCustomFields.purge(service);
        assertThat(values(10)).containsEntry("beds", 12L);
        clock.pass(Duration.ofDays(2));
        TestCustomFields.purge(service);
        assertThat(values(10)).isEmpty();
        assertThat(service.list("TIER")).isEmpty();
    }

    @Test
    void personalDataIsHandedOutAndForgotten() {
        define("birthplace", FieldType.STRING, "\"personal\":true");
        define("beds", FieldType.INTEGER, "");
        store(10, "{\"birthplace\":\"Metz\",\"beds\":12}");
        var data = new TierFieldAttachment(database.db(), fields, new PersonalFields(database.db(), fields));
        var exported = new TreeMap<String, List<Map<String, Object>>>();

        data.export(10, exported::put);
        data.anonymise(10);

        assertThat(exported).containsEntry("customfield", List.of(Map.of("birthplace", "Metz")));
        assertThat(values(10)).containsOnly(entry("beds", 12L));
    }

    @Test
    void importsAndExportsTakeTheFieldsThatSaySo() {
        define("beds", FieldType.INTEGER, "");
        define("nights", FieldType.COMPUTED, "\"formula\":\"beds * 365\"");
        define("secret", FieldType.STRING, "\"exportable\":false");
        define("badge", FieldType.STRING, "\"importable\":false");
        define("photo", FieldType.IMAGE, "");
        define("title", FieldType.SEPARATOR, "");

        assertThat(fields.of("TIER", FieldUse.IMPORT))
                .extracting(CustomField::code)
                .containsExactly("beds", "secret");
        assertThat(fields.of("TIER", FieldUse.EXPORT))
                .extracting(CustomField::code)
                .containsExactly("badge", "beds", "nights", "photo");
    }

    @Test
    void conditionsMustMakeSense() {
        assertThatThrownBy(() -> define(
                        "beds",
                        FieldType.INTEGER,
                        "\"visible\":{\"field\":\"custom.nobody\",\"op\":\"EQ\",\"value\":1}"))
                .isInstanceOf(BusinessException.class);
        assertThat(Condition.OPERATORS).doesNotContain("EXEC");
    }

    private CustomField define(String code, FieldType fieldType, String more) {
        return service.create(definition(code, fieldType, more));
    }

    private static FieldDefinition definition(String code, FieldType fieldType, String more) {
        return TestCustomFields.definition("{\"code\":\"%s\",\"type\":\"%s\",\"labelFr\":\"%s\"%s}"
                .formatted(code, fieldType, code, more.isEmpty() ? "" : "," + more));
    }

    private CustomField field(String code) {
        return service.list("TIER").stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> check(Map<String, Object> given) {
        return check(given, Map.of());
    }

    private Map<String, Object> check(Map<String, Object> given, Map<String, Object> before) {
        var checks = new Checks();
        var kept = fields.check("TIER", new LinkedHashMap<>(given), context(before), checks);
        checks.refuse();
        return kept;
    }

    private List<String> refused(Map<String, Object> given) {
        return refused(given, Map.of());
    }

    private List<String> refused(Map<String, Object> given, Map<String, Object> before) {
        var checks = new Checks();
        fields.check("TIER", new LinkedHashMap<>(given), context(before), checks);
        return checks.violations().stream()
                .map(violation -> violation.field() + ' ' + violation.code())
                .toList();
    }

    private static CustomFields.Context context(Map<String, Object> before) {
        return new CustomFields.Context(null, Map.of("types", List.of("CUSTOMER"), "kind", "COMPANY"), before);
    }

    private void store(long id, String json) {
        database.jdbi().useHandle(handle -> handle.execute("update tier set custom = ?::jsonb where id = ?", json, id));
    }

    private Map<String, Object> values(long id) {
        return FieldJson.values(
                database.jdbi().withHandle(handle -> handle.createQuery("select custom from tier where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one()));
    }

    private List<Long> found(String name, String... values) {
        return ids(TierFilter.builder()
                .custom(FieldFilter.parse(Map.of(name, List.of(values))))
                .build());
    }

    private List<Long> ids(TierFilter filter) {
        return search().rows(filter, TierOrder.BY_NAME, 0, 20).stream()
                .map(TierRow::id)
                .toList();
    }

    private List<Long> sorted(String sort) {
        var first = search().page(TierFilter.NONE, TierOrder.parse(sort), null, 2);
        var second = search().page(TierFilter.NONE, TierOrder.parse(sort), first.next(), 2);
        return java.util.stream.Stream.concat(first.items().stream(), second.items().stream())
                .map(TierRow::id)
                .toList();
    }

    private TierSearch search() {
        var search = new TierSearch();
        search.db = database.db();
        search.callers = callers;
        search.customFields = new FieldSearch(fields);
        return search;
    }
}
