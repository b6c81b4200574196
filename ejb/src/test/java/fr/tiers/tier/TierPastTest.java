package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldType;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.HistoryRow;
import fr.tiers.history.Replay;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tag.TagCommand;
import fr.tiers.tag.Tags;
import fr.tiers.tag.TestTags;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** A look at a past day shows what a dump taken on that day shows. */
class TierPastTest {

    private static final History.Author AUTHOR = new History.Author("sales", "UI");
    private static final long TIER = 10;
    /** SQL of changes as they come by form, REST and job; ? is a random text or number. */
    private static final List<String> CHANGES = List.of(
            "name = 'Nom ' || ?",
            "phone = '01 99 00 0' || ?",
            "phone = null where ? is not null and",
            "headcount = ?::int",
            "turnover = ?::numeric + 0.5",
            "founded_on = date '2000-01-01' + ?::int",
            "latitude = ?::float8 / 7, longitude = 2.5",
            "address_line1 = ?::text || ' rue de l''Église'",
            "country = case when ?::int > 50 then 'BE' else 'FR' end",
            "observation = '<p>' || ? || '</p>'",
            "owner_id = case when ?::int > 50 then 1 end",
            "parent_id = case when ?::int > 50 then 11 end",
            "status = case when ?::int > 50 then 'CLOSED' else 'ACTIVE' end",
            "blocked = ?::int > 50, blocked_reason = 'Impayé'");

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-01-05T08:00:00Z");
    private final History history = new History(database.db(), clock);
    private final Callers callers = TestCallers.of(TestCallers.sales(1L));

    private final CustomFields fields = TestCustomFields.of(database, new TierFieldOwner());
    private final Tags tags = TestTags.ofManager(
            database, clock, new TierTagUse(database.db(), clock, null, null, null, new TestEvent<>()));

    @Property(tries = 10)
    void valuesEqualThoseOfADumpTakenOnThatDay(@ForAll long seed) {
        var random = new Random(seed);
        start();
        var dumps = new TreeMap<LocalDate, TierView>();
        for (int day = 0; day < 12; day++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                change(CHANGES.get(random.nextInt(CHANGES.size())), random.nextInt(100));
                clock.pass(Duration.ofSeconds(random.nextInt(60)));
            }
            dumps.put(LocalDate.now(clock), reader().get(TIER));
            clock.pass(Duration.ofDays(1));
        }
        dumps.forEach((day, dump) -> assertThat(past().get(TIER, day))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .ignoringFields("version")
                .as("on %s", day)
                .isEqualTo(dump));
    }

    private void start() {
        database.jdbi().useHandle(handle -> {
            handle.execute("truncate tier, history_entry, sales_unit, app_user cascade");
            handle.execute("insert into app_user (id, login, display_name, password_hash) overriding system value"
                    + " values (1, 'owner', 'Owner', 'x')");
        });
        TestTiers.unit(database, 1);
        TestTiers.tier(database, TIER, 1L);
        TestTiers.tier(database, 11, 1L);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update tier set created_at = ?, updated_at = ?", clock.instant(), clock.instant()));
    }

    /** As the service does it: the row, its stamps, and a line per field. */
    private void change(String sql, int value) {
        var before = reader().get(TIER);
        var statement = sql.contains(" where ") ? sql + " id = 10" : sql + " where id = 10";
        database.jdbi().useHandle(handle -> {
            var closed = statement.startsWith("status");
            handle.execute(
                    "update tier set "
                            + (closed
                                    ? "closed_on = case when " + value + " > 50 then coalesce(closed_on, ?::date) end, "
                                    : "")
                            + statement,
                    closed
                            ? new Object[] {LocalDate.now(clock), String.valueOf(value)}
                            : new Object[] {String.valueOf(value)});
        });
        var after = reader().get(TIER);
        var changes = History.differences(TierMapping.values(before), TierMapping.values(after));
        if (changes.isEmpty()) {
            return;
        }
        database.jdbi().useHandle(handle -> {
            handle.execute("update tier set updated_at = ?, updated_by = 'sales' where id = 10", clock.instant());
            if (changes.stream().anyMatch(change -> "blocked".equals(change.field()))) {
                handle.execute(
                        "update tier set blocked_at = case when blocked then ?::timestamptz end,"
                                + " blocked_by = case when blocked then 'sales' end where id = 10",
                        clock.instant());
            }
        });
        history.updated(AUTHOR, "tier", TIER, TIER, TierMapping.values(before), TierMapping.values(after));
    }

    @Test
    void beforeItsCreationItDoesNotExistAndTheFutureIsNoDay() {
        start();

        assertThatThrownBy(() -> past().get(TIER, LocalDate.parse("2026-01-04")))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.NOT_FOUND, BusinessException::kind);
        assertThatThrownBy(() -> past().get(TIER, LocalDate.parse("2026-01-06")))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.INVALID, BusinessException::kind);
        assertThat(past().get(TIER, LocalDate.parse("2026-01-05")).name()).isEqualTo("Tier 10");
    }

    @Test
    void tagsAreThoseThatWereWornWhateverTheyAreCalledToday() {
        start();
        var vip = tags.create(new TagCommand("VIP", null, null, null, true));
        var fair = tags.create(new TagCommand("Salon, Lyon", null, null, null, true));
        var late = tags.create(new TagCommand("Retard", null, null, null, true));
        var slow = tags.create(new TagCommand("Lent", null, null, null, true));
        var none = nextDay();
        tagStore().replace(TIER, List.of(vip, fair, slow));
        var three = nextDay();
        tagStore().replace(TIER, List.of(late));
        tags.update(vip.id(), vip.version(), new TagCommand("Très important", null, null, null, true));
        var renamed = nextDay();
        tags.merge(late.id(), fair.id());
        nextDay();

        assertThat(past().get(TIER, none).tags()).isEmpty();
        assertThat(past().get(TIER, three).tags()).containsExactly("Lent", "Salon, Lyon", "Très important");
        assertThat(past().get(TIER, renamed).tags()).containsExactly("Salon, Lyon");
    }

    @Test
    void customFieldsAreThoseOfThatDayInTheirType() {
        start();
        define("beds", FieldType.INTEGER, "");
        define("rent", FieldType.AMOUNT, "");
        define("place", FieldType.GPS, "");
        define("hotel", FieldType.BOOLEAN, "");
        define("owner", FieldType.LINK, ",\"target\":\"USER\"");
        define("kinds", FieldType.MULTI_SELECT, ",\"options\":[{\"code\":\"A\"},{\"code\":\"B\"}]");
        define("remark", FieldType.STRING, "");
        var dumps = new TreeMap<LocalDate, Map<String, Object>>();
        for (var values : List.of(
                "{}",
                "{\"beds\":12,\"rent\":{\"amount\":12.50,\"currency\":\"CHF\"},\"kinds\":[\"A\",\"B\"],\"remark\":\"un, deux\"}",
                "{\"beds\":12,\"place\":{\"latitude\":48.85,\"longitude\":2},\"hotel\":true,\"owner\":\"sales\"}",
                "{\"kinds\":[\"B\"],\"hotel\":false}")) {
            change("custom = '" + values + "' || jsonb_build_object() where ? is not null and", 0);
            dumps.put(LocalDate.now(clock), reader().get(TIER).custom());
            nextDay();
        }

        dumps.forEach((day, custom) ->
                assertThat(past().get(TIER, day).custom()).as("on %s", day).isEqualTo(custom));
    }

    @Test
    void anErasureLeavesOfTheLogWhoChangedWhichFieldWhen() {
        start();
        var created = nextDay();
        tagStore().replace(TIER, List.of(tags.create(new TagCommand("VIP", null, null, null, true))));
        change("name = 'Durand ' || ?", 1);
        change("owner_id = case when ?::int > 50 then 1 end", 60);
        history.deleted(AUTHOR, "contact", 7, TIER, "Anne Durand", Map.of("lastName", "Durand"));
        var day = nextDay();

        new TierTraces(database.db()).anonymise(TIER);

        assertThat(history.ofTier(TIER, Long.MAX_VALUE, 10))
                .extracting(HistoryRow::field, HistoryRow::oldValue, HistoryRow::newValue)
                .containsExactly(
                        tuple(null, null, null),
                        tuple("owner", null, "owner"),
                        tuple("name", null, null),
                        tuple("tags", null, null));
        long snapshots = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from history_entry where tier_id = 10 and snapshot is not null")
                .mapTo(Long.class)
                .one());
        assertThat(snapshots).isZero();
        assertThat(past().get(TIER, day).name()).isEqualTo("Durand 1");
        assertThat(past().get(TIER, created).name()).isEqualTo("Durand 1");
    }

    private LocalDate nextDay() {
        var day = LocalDate.now(clock);
        clock.pass(Duration.ofDays(1));
        return day;
    }

    private void define(String code, FieldType type, String more) {
        TestCustomFields.service(database, clock, callers, fields)
                .create(TestCustomFields.definition(
                        "{\"code\":\"%s\",\"type\":\"%s\",\"labelFr\":\"%s\"%s}".formatted(code, type, code, more)));
    }

    private TierTagStore tagStore() {
        return new TierTagStore(
                database.db(), tags, TestTags.rows(database, tags), history, new Authors(callers, new Source()));
    }

    private TierReader reader() {
        return new TierReader(database.db(), callers, TestCustomFields.rights(database, callers));
    }

    private TierPast past() {
        var past = new TierPast();
        past.db = database.db();
        past.clock = clock;
        past.reader = reader();
        past.replay = new Replay(database.db());
        past.tags = tagStore();
        past.customFields = fields;
        return past;
    }
}
