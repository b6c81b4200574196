package fr.tiers.tier;

import fr.tiers.it.Browser;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.Sql;
import fr.tiers.it.Statements;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many SQL statements a page costs: a bounded number, and the same whether a tier has one row of everything or sixty.
 *
 * <p>The first request of a page is counted (what it shows without a click), for a user who is signed in and sees every tab. The
 * <em>frame</em> of the record is what every tab of it executes: the statements common to the summary and all tabs, each as often as all
 * of them have it (the caller, the caller's rights, the tier itself, the badges of all tabs, the words, the figures in the head). A tab
 * may <em>add</em> four statements to the frame; the summary may have twelve, frame included, and the list nine (one of them for its saved views).
 */
@DisplayName("The number of SQL statements")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountIT {

    private static final int SUMMARY = 12;
    private static final int TAB = 4;
    private static final int LIST = 9;

    private static final int FEW = 1;
    private static final int MANY = 60;

    /** Every tab of the record: one that comes new is counted, one that is forgotten here fails. */
    private static final List<String> TABS = List.of(
            "tier",
            "function",
            "contact",
            "relation",
            "address",
            "event",
            "collaborator",
            "keyfigures",
            "receivable",
            "note",
            "document",
            "customfield",
            "extranet",
            "timeline",
            "history");

    private static final Pattern TAB_LINK =
            Pattern.compile("href=\"record\\.xhtml\\?id=\\d+&amp;tab=([a-z]+)\" aria-current");

    private final Cast cast = new Cast(StatementCountIT.class);
    private final Sql sql = World.get().sql();
    private final Browser browser = new Browser();
    private long few;
    private long many;

    @BeforeAll
    void prepare() {
        var unit = cast.unit("UN", null);
        var manager = cast.user("SALES_MANAGER", unit);
        var people = new ArrayList<String>();
        var neighbours = new ArrayList<Long>();
        long parent = tier(manager, "maison mère", unit);
        for (int i = 0; i < MANY; i++) {
            people.add(cast.user(i == 0 ? "EXTRANET" : "SALES", null));
            neighbours.add(tier(manager, "filiale " + i, unit));
        }
        few = tier(manager, "" + FEW, unit);
        many = tier(manager, "" + MANY, unit);
        fill(few, FEW, manager, parent, neighbours, people);
        fill(many, MANY, manager, parent, neighbours, people);
        browser.signIn(manager, Cast.PASSWORD);
    }

    @Test
    void ofEachTabOfTheRecordIsBoundedAndIndependentOfTheRows() {
        var tabs = tabs();
        var ofFew = statements(few, tabs);
        var ofMany = statements(many, tabs);
        var frame = ofFew.values().stream().reduce(Statements::inCommonWith).orElseThrow();
        var complaints = new ArrayList<String>();
        ofFew.forEach((tab, statements) -> {
            var more = ofMany.get(tab).without(statements);
            if (more.count() > 0 || ofMany.get(tab).count() != statements.count()) {
                complaints.add("tab " + tab + " needs more the more rows there are: " + more);
            }
            var added = statements.without(frame);
            if (!tab.equals(tabs.get(0)) && added.count() > TAB) {
                complaints.add("tab " + tab + " adds " + added);
            }
        });
        var summary = ofFew.get(tabs.get(0));
        if (summary.count() > SUMMARY) {
            complaints.add("the summary has " + summary);
        }
        assertThat(complaints).as("the frame being " + frame).isEmpty();
    }

    @Test
    void ofTheListIsBoundedAndIndependentOfTheRows() {
        var narrow = statements("/tier/list.xhtml?q=" + cast.name() + "+maison");
        var wide = statements("/tier/list.xhtml?q=" + cast.name() + "+filiale");
        assertThat(wide.without(narrow).count())
                .as("more with more rows: " + wide.without(narrow))
                .isZero();
        assertThat(wide.count()).as(wide.toString()).isLessThanOrEqualTo(LIST);
    }

    private List<String> tabs() {
        var tabs = TAB_LINK.matcher(page("/tier/record.xhtml?id=" + few))
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll(".*tab=([a-z]+).*", "$1"))
                .toList();
        assertThat(tabs).containsExactlyInAnyOrderElementsOf(TABS);
        return tabs;
    }

    private Map<String, Statements> statements(long tier, List<String> tabs) {
        var found = new LinkedHashMap<String, Statements>();
        tabs.forEach(tab -> found.put(tab, statements("/tier/record.xhtml?id=" + tier + "&tab=" + tab)));
        return found;
    }

    private Statements statements(String path) {
        return Statements.causedBy(() -> page(path));
    }

    private String page(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private long tier(String owner, String title, String unit) {
        return cast.tier(Cast.as(owner), title, unit).get("id").asLong();
    }

    /** Gives the tier so many of everything. */
    private void fill(long tier, int rows, String author, long parent, List<Long> neighbours, List<String> people) {
        var values = Map.of(
                "tier", tier,
                "rows", rows,
                "author", author,
                "name", cast.name() + '-' + rows,
                "parent", parent,
                "neighbours", joined(neighbours.subList(0, rows), ""),
                "people", joined(people.subList(0, rows), "'"));
        for (var statement : ROWS.split(";\n")) {
            for (var value : values.entrySet()) {
                statement = statement.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
            }
            sql.update(statement);
        }
    }

    private static String joined(List<?> values, String quote) {
        return values.stream().map(value -> quote + value + quote).collect(Collectors.joining(","));
    }

    private static final String ROWS =
            """
            with person as (insert into contact (last_name, first_name, created_at)
                            select 'Personne ' || n, 'Alix', now() from generate_series(1, {rows}) n returning id)
            insert into contact_link (contact_id, tier_id, role) select id, {tier}, 'DECIDER' from person;
            insert into address (tier_id, label, line1, postal_code, city, country, usages, latitude, longitude)
            select {tier}, 'Site ' || n, n || ' rue du Port', '44000', 'Nantes', 'FR', '{SITE}', 47.2, -1.5 from generate_series(1, {rows}) n;
            insert into event (tier_id, type, subject, starts_at, author, created_at)
            select {tier}, 'CALL', 'Appel ' || n, now() - n * interval '1 minute', '{author}', now() from generate_series(1, {rows}) n;
            insert into history_entry (tier_id, entity, entity_id, action, field, old_value, new_value, author, source, at)
            select {tier}, 'tier', {tier}, 'UPDATE', 'city', 'Brest', 'Nantes', '{author}', 'UI', now() - n * interval '1 hour'
            from generate_series(1, {rows}) n;
            insert into note (tier_id, author_id, body, created_at, updated_by, updated_at)
            select {tier}, u.id, 'Note ' || n, now(), u.login, now() from generate_series(1, {rows}) n, app_user u where u.login = '{author}';
            with file as (insert into document (tier_id, name, published, number, author, created_at, updated_by, updated_at)
                          select {tier}, 'Document ' || n || '.pdf', true, 1, '{author}', now(), '{author}', now()
                          from generate_series(1, {rows}) n returning id, name)
            insert into document_version (document_id, number, file_name, media_type, size, sha256, author, created_at)
            select id, 1, name, 'application/pdf', 1, repeat('0', 64), '{author}', now() from file;
            insert into key_figure (tier_id, year, closing_date, turnover, result, headcount, source, fetched_at)
            select {tier}, 2026 - n, make_date(2026 - n, 12, 31), 1000 * n, 10 * n, n, 'MANUAL', now() from generate_series(1, {rows}) n;
            with invoice as (insert into invoice (id, external_id, tier_id, number, type, date, due_date, total_amount, updated_at)
                             select nextval('receivable_seq'), '{name}-' || n, {tier}, 'F' || n, 'INVOICE', current_date - n,
                                    current_date - n + 30, 100, now() from generate_series(1, {rows}) n returning id)
            insert into invoice_line (id, invoice_id, line_number, label, amount)
            select nextval('receivable_seq'), id, 1, 'Fournitures', 100 from invoice;
            insert into payment (id, tier_id, amount, method, date, collector, created_at)
            select nextval('receivable_seq'), {tier}, 10, 'CHEQUE', current_date - n, '{author}', now() from generate_series(1, {rows}) n;
            insert into note (tier_id, author_id, body, pinned, created_at, updated_by, updated_at)
            select {tier}, u.id, 'Épinglée', true, now(), u.login, now() from app_user u where u.login = '{author}';
            with t as (insert into tag (label, created_by, created_at)
                       select '{name}-' || n, '{author}', now() from generate_series(1, {rows}) n returning id, label_key),
                 s as (insert into tag_scope (tag_id, object, label_key) select id, 'TIER', label_key from t)
            insert into tier_tag (tier_id, tag_id) select {tier}, id from t;
            insert into tier_former_code (code, tier_id, kind, since)
            select '{name}-F' || n, {tier}, 'FORMER', now() from generate_series(1, {rows}) n;
            insert into tier_function (tier_id, type_code) select {tier}, 'CUSTOMER' on conflict do nothing;
            insert into tier_collaborator (tier_id, user_id, type) select {tier}, id, 'SALES' from app_user where login in ({people});
            insert into tier_representative (tier_id, user_id) select {tier}, id from app_user where login in ({people});
            insert into extranet_grant (tier_id, user_id) select {tier}, id from app_user where login in ({people});
            insert into tier_relation (type_code, tier_id, other_id, created_at, created_by)
            select 'PARTNER', {tier}, id, now(), '{author}' from tier where id in ({neighbours});
            update tier set parent_id = {tier} where id in ({neighbours});
            update tier set parent_id = {parent} where id = {tier}
            """;
}
