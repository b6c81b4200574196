package fr.tiers.browser;

import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types what nobody should into every input of every page with a form: refused with a message at the field while everything typed is
 * still there, or stored and shown as it is; never run, never an error page. The inputs are found on the page, not listed here.
 */
@DisplayName("Bad input")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    /** All that is typed into a form at once, by what it is. Whatever evaluates the sums or runs the script gives itself away. */
    private static final Map<String, String> VALUES = values();

    /** What administrators set for everybody: put back as it was, the other tests live with it too. */
    private static final List<String> SHARED = List.of("setting", "mail_template", "numbering_rule");

    private static final Pattern NEW = Pattern.compile("tab=[a-z]+&amp;new=true");

    private final Cast cast = new Cast(BadInputIT.class);
    private final Sql sql = World.get().sql();
    private final Map<String, String> shared = new HashMap<>();
    private Visitor visitor;
    private long tier;

    private static Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("script", "<script>window.__pwned=1</script><img src=x data-pwned onerror='window.__pwned=1'>");
        values.put("attribute", "\" autofocus onfocus=\"window.__pwned=1\" data-pwned x=\"");
        values.put("EL", "el #{7*191} ${7*191} %{7*191}");
        values.put("SQL", "O'Hara'); drop table tier; --");
        values.put("formula of a spreadsheet", "=1+1|'cmd'!A0");
        values.put("emoji", "Ça 👩‍👩‍👧‍👦 œuvre 🎉");
        values.put("far too long", "é".repeat(10_000));
        values.put("number of a company or bank that is none", "FR76 3000 6000 0112 3456 7890 189");
        values.put("e-mail that is none", "pas@une@adresse@");
        values.put("address of a script", "javascript:window.__pwned=1");
        values.put("day that does not exist", "31/02/2026");
        values.put("number beyond all numbers", "-1e999");
        values.put("control characters", "avant\u0007\u202Eaprès");
        values.put("nothing but blanks", "   ");
        return values;
    }

    @BeforeAll
    void prepare() {
        SHARED.forEach(table ->
                shared.put(table, sql.text("select coalesce(json_agg(each), '[]')::text from " + table + " each")));
        var unit = cast.unit("UN", null);
        var login = cast.user("ADMINISTRATOR", unit);
        var created = cast.tier(Cast.as(login), "Saisie", unit);
        tier = created.get("id").asLong();
        cast.invoice(created.get("code").asText(), cast.name() + "-1");
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
    }

    @AfterAll
    void leave() {
        SHARED.forEach(table -> {
            sql.update("delete from " + table);
            sql.update(
                    "insert into " + table + " select * from json_populate_recordset(null::" + table + ", ?::json)",
                    shared.get(table));
        });
        visitor.close();
    }

    /** Pages whose form is there when they open; {tier} is a tier of this test. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tier/edit.xhtml",
                "/tier/edit.xhtml?id={tier}",
                "/tier/record.xhtml?id={tier}&edit=details",
                "/tier/record.xhtml?id={tier}&edit=identity",
                "/tier/record.xhtml?id={tier}&edit=organisation",
                "/tier/list.xhtml",
                "/registry/search.xhtml",
                "/receivable/list.xhtml",
                "/receivable/payment.xhtml",
                "/receivable/payment.xhtml?tier={tier}",
                "/mail/outbox.xhtml",
                "/mail/templates.xhtml",
                "/organisation/user.xhtml",
                "/organisation/users.xhtml",
                "/organisation/structure.xhtml",
                "/organisation/tier-types.xhtml",
                "/organisation/settings.xhtml",
                "/numbering/rules.xhtml",
                "/access/tokens.xhtml"
            })
    void isRefusedOrHarmlessOnThePage(String path) {
        typeEverything(path.replace("{tier}", "" + tier));
    }

    /** The forms behind the entries of the record's "Nouveau" menu, whichever features offer one. */
    @ParameterizedTest
    @MethodSource("creations")
    void isRefusedOrHarmlessInTheTab(String query) {
        typeEverything("/tier/record.xhtml?id=" + tier + '&' + query);
    }

    private Stream<String> creations() {
        visitor.open("/tier/record.xhtml?id=" + tier);
        var found = NEW.matcher(visitor.page().content())
                .results()
                .map(MatchResult::group)
                .map(query -> query.replace("&amp;", "&"))
                .distinct()
                .toList();
        assertThat(found).hasSizeGreaterThan(2);
        return found.stream();
    }

    private void typeEverything(String path) {
        var complaints = new ArrayList<String>();
        try (var form = new TypedForm(visitor, path)) {
            VALUES.forEach(
                    (what, value) -> form.submit(value).forEach(complaint -> complaints.add(what + ": " + complaint)));
            form.forgeChoices().forEach(complaint -> complaints.add("forged choice: " + complaint));
        }
        assertThat(complaints).as(path).isEmpty();
    }
}
