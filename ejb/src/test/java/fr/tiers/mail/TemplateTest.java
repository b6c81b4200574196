package fr.tiers.mail;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplateTest {

    @Test
    void puts_values_in_and_leaves_unknown_tokens_out() {
        var template = new Template("{{ tier.name }}", "[{{nothing}}] {{tier.name}} {{");

        assertThat(template.render(Map.of("tier.name", "A $1 \\ & {{x}}")))
                .isEqualTo(new Template("A $1 \\ & {{x}}", "[] A $1 \\ & {{x}} {{"));
        assertThat(template.unknownTokens(Set.of("tier.name"))).containsExactly("nothing");
    }

    @Property
    void a_value_is_never_looked_at_again(@ForAll String value) {
        assertThat(new Template("", "<{{a}}>")
                        .render(Map.of("a", value, "b", "!"))
                        .body())
                .isEqualTo("<" + value + ">");
    }

    @Property
    void in_formatted_text_a_value_stays_text(@ForAll String value) {
        var html = MailHtml.clean("<p>[<em>{{ a }}</em>]</p>");
        var rendered =
                new Template("", "", html).render(Map.of("a", value, "b", "!")).html();

        assertThat(html).isEqualTo("<p>[<em>{{ a }}</em>]</p>");
        assertThat(rendered).isEqualTo("<p>[<em>" + MailHtml.escape(value) + "</em>]</p>");
        assertThat(MailHtml.escape(value)).doesNotContainPattern("<(?!br>)|[>\"](?<!<br>)");
    }

    @Test
    void formatted_text_keeps_no_script_no_picture_and_nothing_from_elsewhere() {
        var clean = MailHtml.clean(
                "<p style=\"background:url(https://x.example)\" onclick=\"a()\">A<img src=\"https://x.example/p.gif\">"
                        + "<iframe src=\"//x.example\"></iframe><a href=\"javascript:a()\">b</a> <a href=\"https://acme.example/\">c</a>"
                        + "{{tier.name}} #{1+1} ${x}</p><script>a()</script>");

        // the library draws the order of what it says of a link anew in each JVM
        assertThat(clean.replaceFirst(" rel=\"[a-z ]+\"", ""))
                .isEqualTo("<p>Ab <a href=\"https://acme.example/\">c</a>{{tier.name}} #{1+1} ${x}</p>");
        assertThat(
                        MailHtml.text(
                                "<p>One</p><p><br></p><p>Two <a href=\"https://a.example/\" rel=\"x\">here</a></p><ul><li>x</li></ul>"))
                .isEqualTo("One\n\nTwo here (https://a.example/)\n• x");
        assertThat(MailHtml.clean("<p><br></p>")).isNull();
    }

    @Test
    void a_missing_template_names_the_company() {
        var database = TestDatabase.fresh();
        database.jdbi()
                .useHandle(
                        handle -> handle.execute("insert into company (id, code, name) values (1, 'A', 'Acme Nord')"));

        assertThatThrownBy(() -> new MailTemplates(database.db()).find(1L, "NOWHERE", "fr"))
                .isInstanceOfSatisfying(BusinessException.class, e -> {
                    assertThat(e.code()).isEqualTo("template-missing");
                    assertThat(e.arguments()).containsExactly("NOWHERE", "Acme Nord");
                });
    }

    @Test
    void amounts_and_dates_as_the_reader_expects_them() {
        var amount = new BigDecimal("1234.56");
        assertThat(MailFormat.of("fr").amount(amount, "EUR")).isEqualTo("1\u00a0234,56\u00a0€");
        assertThat(MailFormat.of("en").amount(amount, "EUR")).isEqualTo("€1,234.56");
        assertThat(MailFormat.of("en").amount(amount.negate(), "EUR")).isEqualTo("-€1,234.56");
        assertThat(MailFormat.of("fr").date(LocalDate.of(2026, 2, 1))).isEqualTo("01/02/2026");
    }

    @Test
    void a_subject_is_one_line() {
        var mail = new OutgoingMail("P", "1", null, List.of("a@b.example"), "Hello\r\nBcc: x@y.example", "", null);
        assertThat(mail.subject()).isEqualTo("Hello Bcc: x@y.example");
    }

    @Test
    void the_company_s_own_template_comes_before_the_default() {
        var database = TestDatabase.fresh();
        database.jdbi()
                .useHandle(handle -> handle.execute("insert into company (id, code, name) values (1, 'A', 'A')"));
        var templates = new MailTemplates(database.db());
        var service = new TemplateService(database.db(), List.of(new Vocabulary()));
        var shipped = templates.find(1L, "PAYMENT_RECORDED", "fr");

        service.update(new TemplateCommand(1L, "PAYMENT_RECORDED", "fr", "Own {{tier.name}}", "Body"), null);
        assertThatThrownBy(() -> service.update(new TemplateCommand(1L, "PAYMENT_RECORDED", "fr", "Own", "Body"), null))
                .hasMessageContaining("stale");
        service.update(
                new TemplateCommand(1L, "PAYMENT_RECORDED", "fr", "Own", null, "<p>Body</p><script>x</script>"), 0L);
        assertThat(templates.find(1L, "PAYMENT_RECORDED", "fr")).isEqualTo(new Template("Own", null, "<p>Body</p>"));
        assertThat(service.covers()).extracting(TemplateCover::state).containsExactly(TemplateCover.State.OWN);

        assertThat(templates.find(1L, "PAYMENT_RECORDED", "fr").subject()).isEqualTo("Own");
        assertThat(templates.find(1L, "PAYMENT_RECORDED", "en").subject()).startsWith("Payment");
        assertThat(templates.find(1L, "PAYMENT_RECORDED", "de").subject()).isEqualTo("Own");
        assertThat(templates.find(null, "PAYMENT_RECORDED", "fr")).isEqualTo(shipped);
        assertThat(service.all())
                .filteredOn(row -> row.purpose().equals("PAYMENT_RECORDED"))
                .hasSize(3);
        service.reset(1, "PAYMENT_RECORDED", "fr");
        assertThat(templates.find(1L, "PAYMENT_RECORDED", "fr")).isEqualTo(shipped);
    }

    @Test
    void an_unknown_token_is_named_when_the_template_is_saved() {
        var service = new TemplateService(TestDatabase.fresh().db(), List.of(new Vocabulary()));

        assertThatThrownBy(() -> service.update(
                        new TemplateCommand(null, "PAYMENT_RECORDED", "fr", "S", "{{tier.nme}} {{1+1}}"), null))
                .hasMessageContaining("unknown-token")
                .hasMessageContaining("tier.nme")
                .hasMessageContaining("1+1");
        assertThatThrownBy(() -> service.update(new TemplateCommand(9L, "OTHER", "xx", " ", null), null))
                .hasMessageContaining("purpose")
                .hasMessageContaining("language")
                .hasMessageContaining("companyId")
                .hasMessageContaining("required");
    }

    /** Knows one token. */
    private static final class Vocabulary implements TemplateVocabulary {

        @Override
        public String purpose() {
            return "PAYMENT_RECORDED";
        }

        @Override
        public Set<String> tokens() {
            return Set.of("tier.name");
        }
    }
}
