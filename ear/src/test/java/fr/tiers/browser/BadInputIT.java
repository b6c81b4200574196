package fr.tiers.browser;

import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types what nobody should into every input of a form: refused with a message at the field while everything typed is
 * still there, or stored and shown as it is; never run, never an error page. The inputs are found on the page, not listed here.
 */
@DisplayName("Bad input")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    /** All that is typed into a form at once, by what it is. Whatever evaluates the sums or runs the script gives itself away. */
    private static final Map<String, String> VALUES = values();

    private final Cast cast = new Cast(BadInputIT.class);
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
        var unit = cast.unit("UN", null);
        var login = cast.user("ADMINISTRATOR", unit);
        var created = cast.tier(Cast.as(login), "Saisie", unit);
        tier = created.get("id").asLong();
        cast.invoice(created.get("code").asText(), cast.name() + "-1");
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    /** The forms of the tier itself and of what is noted about it most; {tier} is a tier of this test. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tier/edit.xhtml",
                "/tier/record.xhtml?id={tier}&edit=details",
                "/tier/record.xhtml?id={tier}&edit=identity",
                "/tier/record.xhtml?id={tier}&tab=contact&new=true",
                "/tier/record.xhtml?id={tier}&tab=event&new=true"
            })
    void isRefusedOrHarmless(String path) {
        typeEverything(path.replace("{tier}", "" + tier));
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
