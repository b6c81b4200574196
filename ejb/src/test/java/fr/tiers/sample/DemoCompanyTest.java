package fr.tiers.sample;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.identity.Siret;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DemoCompanyTest {

    private static final double KILOMETRES_PER_DEGREE = 111.2;
    private static final List<String> TABLES = List.of(
            "company",
            "agency",
            "sales_unit",
            "app_user",
            "app_user_role",
            "app_user_sales_unit",
            "user_group",
            "user_group_member",
            "tier",
            "tier_function",
            "tier_company",
            "tier_agency",
            "tier_collaborator",
            "tier_representative",
            "contact",
            "contact_link",
            "address",
            "event",
            "invoice",
            "invoice_line",
            "payment",
            "payment_allocation",
            "outstanding",
            "history_entry",
            "numbering_counter");

    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = filled(true);
    }

    private static TestDatabase filled(boolean local) {
        var database = TestDatabase.fresh();
        start(database, local);
        return database;
    }

    private static void start(TestDatabase database, boolean local) {
        var company = new DemoCompany();
        company.db = database.db();
        company.clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);
        company.local = local;
        database.inTransaction(() -> {
            company.fill();
            return null;
        });
    }

    @Test
    void theSameDayGivesTheSameData() {
        assertThat(digests(filled(true))).isEqualTo(digests(database));
    }

    @Test
    void nothingIsWrittenOnAServerThatIsNotLocal() {
        assertThat(count(filled(false), "select count(*) from app_user")).isZero();
    }

    @Test
    void aSecondStartChangesNothing() {
        var once = filled(true);
        var before = digests(once);

        start(once, true);

        assertThat(digests(once)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01", "2027-03-28", "2028-02-29"})
    void itCanBeStartedOnAnyDay(String day) {
        var fresh = TestDatabase.fresh();

        fresh.jdbi().useTransaction(handle -> new DemoData(handle, LocalDate.parse(day)).write());

        assertThat(count(fresh, "select count(*) from tier")).isEqualTo(DemoData.TIERS);
    }

    @Test
    void thereIsEnoughToLookAt() {
        assertThat(count("select count(*) from tier")).isEqualTo(300);
        assertThat(count("select count(*) from tier where kind = 'INDIVIDUAL'")).isBetween(25L, 50L);
        assertThat(count("select count(distinct tier_id) from invoice")).isBetween(110L, 170L);
        assertThat(count("select count(*) from event where starts_at > '2026-11-20T09:00:00Z'"))
                .isPositive();
        assertThat(count("select count(*) from invoice where type = 'CREDIT_NOTE'"))
                .isPositive();
        assertThat(count("select count(*) from invoice where paid_amount = total_amount"))
                .isPositive();
        assertThat(count("select count(*) from invoice where paid_amount <> total_amount and paid_amount <> 0"))
                .isPositive();
        assertThat(count("select count(*) from invoice where paid_amount = 0 and due_date < '2026-11-20'"))
                .isPositive();
        assertThat(count("select count(*) from tier where status = 'CLOSED'")).isPositive();
        assertThat(count("select count(*) from tier where blocked")).isPositive();
        assertThat(count("select count(*) from tier where parent_id is not null"))
                .isPositive();
        assertThat(count("select count(distinct left(postal_code, 3)) from tier where postal_code like '97%'"))
                .isPositive();
    }

    @Test
    void codesNamesAndNumbersAreUniqueAndValid() {
        var sirets = strings(
                "select siret from tier where siret is not null union all select siret from address where siret is not null");
        assertThat(sirets).hasSizeGreaterThan(240).doesNotHaveDuplicates().allMatch(Siret::isValid);
        assertThat(strings("select code from tier")).doesNotHaveDuplicates();
        assertThat(strings("select name from tier")).doesNotHaveDuplicates();
        assertThat(
                        strings(
                                "select phone from tier where phone is not null union all select mobile from tier where mobile is not null"
                                        + " union all select phone from contact_link where phone is not null and job_title is not null"))
                .doesNotHaveDuplicates()
                .allMatch(phone ->
                        phone.matches("(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \\d\\d \\d\\d"));
        assertThat(strings("select number from invoice")).doesNotHaveDuplicates();
    }

    @Test
    void mailsGoNowhere() {
        assertThat(strings("select email from tier where email is not null union all select email from app_user"
                        + " union all select email from contact_link where email is not null"))
                .allMatch(email -> email.matches("[a-z0-9.-]+@[a-z0-9-]+\\.example"));
    }

    @Test
    void everyTierLiesInItsCommune() {
        var communes = Communes.load().all().stream().collect(Collectors.toMap(Commune::code, Function.identity()));
        var tiers = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select insee_code, postal_code, city, latitude, longitude from tier")
                .mapToMap()
                .list());
        assertThat(tiers).allSatisfy(tier -> {
            var commune = communes.get(tier.get("insee_code"));
            assertThat(tier.get("city")).isEqualTo(commune.name());
            assertThat(commune.postalCodes()).contains((String) tier.get("postal_code"));
            assertThat(kilometres(commune, (Double) tier.get("latitude"), (Double) tier.get("longitude")))
                    .isLessThan(15);
        });
        assertThat(count("select count(distinct (latitude, longitude)) from tier"))
                .isEqualTo(300);
    }

    @Test
    void exactlyOneContactIsTheMainOne() {
        assertThat(
                        count(
                                "select count(*) from tier t where (select count(*) from contact_link l where l.tier_id = t.id and l.main) <> 1"))
                .isZero();
    }

    @Test
    void whatIsPaidIsAllocated() {
        assertThat(
                        count(
                                """
                        select count(*) from invoice_line l where l.paid_amount
                            <> (select coalesce(sum(a.amount), 0) from payment_allocation a where a.invoice_line_id = l.id)
                        """))
                .isZero();
        assertThat(
                        count(
                                """
                        select count(*) from invoice i
                        where (i.total_amount, i.paid_amount)
                            <> (select sum(l.amount), sum(l.paid_amount) from invoice_line l where l.invoice_id = i.id)
                        """))
                .isZero();
        assertThat(
                        count(
                                """
                        select count(*) from payment p where p.status <> 'INTEGRATED' or p.amount
                            <> (select coalesce(sum(a.amount), 0) from payment_allocation a where a.payment_id = p.id)
                        """))
                .isZero();
        assertThat(
                        count(
                                """
                        select count(*) from outstanding o where o.amount
                            <> (select sum(i.total_amount - i.paid_amount) from invoice i where i.tier_id = o.tier_id)
                        """))
                .isZero();
    }

    @Test
    void nothingLiesInTheFutureThatCannot() {
        assertThat(
                        count(
                                "select count(*) from tier where updated_at < created_at or updated_at > '2026-11-20T09:00:00Z'"))
                .isZero();
        assertThat(count("select count(*) from invoice where date > '2026-11-20' or due_date < date"))
                .isZero();
        assertThat(
                        count(
                                """
                        select count(*) from payment p join payment_allocation a on a.payment_id = p.id
                        join invoice_line l on l.id = a.invoice_line_id join invoice i on i.id = l.invoice_id
                        where p.date < i.date or p.date > '2026-11-20' or p.tier_id <> i.tier_id
                        """))
                .isZero();
    }

    @Test
    void numberingAndSequencesGoOnBehindTheDemonstration() {
        var ours = filled(true);
        assertThat(count(ours, "select last_value from numbering_counter where rule_code = 'TIER'"))
                .isEqualTo(300);
        for (var table : List.of("tier:tier", "receivable:invoice_line", "organisation:app_user")) {
            var names = table.split(":");
            // JPA counts down from what a sequence with a step gives, plain SQL takes the value itself
            assertThat(count(
                            ours,
                            """
                            select nextval('%1$s_seq') - (select increment_by from pg_sequences where sequencename = '%1$s_seq') + 1
                                   - (select max(id) from %2$s)
                            """
                                    .formatted(names[0], names[1])))
                    .isPositive();
        }
        assertThat(count(ours, "insert into contact (last_name, created_at) values ('Last', now()) returning id"))
                .isPositive();
    }

    @Test
    void salesAndReaderSeeAPart() {
        var regional = visible("sales", Role.SALES);
        assertThat(regional).isBetween(60L, 240L);
        assertThat(visible("reader", Role.READER)).isBetween(40L, 200L);
        assertThat(visible("technician", Role.TECHNICIAN)).isBetween(20L, 100L);
        assertThat(visible("manager", Role.SALES_MANAGER)).isEqualTo(300);
    }

    private static long visible(String login, Role role) {
        return database.jdbi().withHandle(handle -> {
            var units = handle.createQuery(
                            """
                            with recursive below as (
                                select sales_unit_id as id from app_user_sales_unit where user_id = (select id from app_user where login = :login)
                                union select c.id from sales_unit c join below b on c.parent_id = b.id)
                            select id from below
                            """)
                    .bind("login", login)
                    .mapTo(Long.class)
                    .list();
            var id = DemoStructure.user(login).id();
            var visibility = Visibility.of(new Caller(id, login, login, "fr", Set.of(role), units));
            return visibility
                    .bind(handle.createQuery("select count(*) from tier t where " + visibility.predicate("t")))
                    .mapTo(Long.class)
                    .one();
        });
    }

    private static double kilometres(Commune commune, double latitude, double longitude) {
        var north = latitude - commune.latitude();
        var east = (longitude - commune.longitude()) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east) * KILOMETRES_PER_DEGREE;
    }

    /** Everything but the hash of the password, whose salt differs each time. */
    private static Map<String, String> digests(TestDatabase database) {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(md5(string_agg(line, '' order by line)), '') from (select (to_jsonb(x) - 'password_hash')::text as line from "
                                        + table + " x) lines")
                        .mapTo(String.class)
                        .one())));
    }

    private static long count(String sql) {
        return count(database, sql);
    }

    private static long count(TestDatabase database, String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static List<String> strings(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
