package fr.tiers.alert;

import fr.tiers.access.Caller;
import fr.tiers.access.InCharge;
import fr.tiers.access.TestCallers;
import fr.tiers.contact.EmployerChanged;
import fr.tiers.happening.HappeningCode;
import fr.tiers.happening.ToldByMail;
import fr.tiers.history.Authors;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.tier.TestTiers;
import fr.tiers.tier.TierConverted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told what, in which language. */
class AlertsTest {

    private static final long OLD = 10;
    private static final long NEW = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final Clock clock = new TestClock();
    private final TestEvent<ToldByMail> told = new TestEvent<>();

    @BeforeEach
    void people() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, OLD, 1L);
        TestTiers.tier(database, NEW, 2L);
        user(1, "sales", "fr", 1);
        user(2, "owner", "fr", 1);
        user(3, "abroad", "en", 2);
        user(4, "gone", "fr", 2);
        sql("update tier set owner_id = 2, name = 'Ancienne SARL' where id = " + OLD);
        sql("update tier set owner_id = 1, name = 'Nouvelle SAS' where id = " + NEW);
        sql("insert into tier_representative (tier_id, user_id) values (20, 3)");
        sql("insert into tier_representative (tier_id, user_id, to_date) values (20, 4, '2020-01-01')");
    }

    private void user(long id, String login, String language, long unit) {
        sql(
                "insert into app_user (id, login, display_name, email, language) values (%d, '%s', 'M. %s', '%s@exemple.example', '%s')"
                        .formatted(id, login, login, login, language));
        sql("insert into app_user_role (user_id, role) values (%d, 'SALES')".formatted(id));
        sql("insert into app_user_sales_unit (user_id, sales_unit_id) values (%d, %d)".formatted(id, unit));
    }

    private void sql(String sql) {
        database.db().run(handle -> handle.execute(sql));
    }

    private Alerts alerts(Caller author) {
        var db = database.db();
        return new Alerts(
                db,
                new InCharge(db, clock),
                new Outbox(db, clock, new TestEvent<>(), "tiers@exemple.example"),
                new MailTemplates(db),
                new Authors(TestCallers.of(author), new Source()),
                told);
    }

    private record Sent(String to, String subject, String body) {}

    private List<Sent> sent() {
        return database.db().call(handle -> handle.createQuery(
                        "select recipients[1] as mail, subject, body from outbox_mail order by 1")
                .map((row, context) -> new Sent(row.getString("mail"), row.getString("subject"), row.getString("body")))
                .list());
    }

    @Test
    void thoseInChargeOfBothTiersAreToldButNotTheAuthor() {
        new EmployerChangeAlert(alerts(TestCallers.sales(1L)))
                .moved(new EmployerChanged("Anne Kermarec", OLD, NEW, 7, "Directrice", LocalDate.of(2026, 12, 1)));

        assertThat(sent()).extracting(Sent::to).containsExactly("abroad@exemple.example", "owner@exemple.example");
        assertThat(sent().get(0).subject()).isEqualTo("Anne Kermarec has changed employer");
        assertThat(sent().get(1).subject()).isEqualTo("Anne Kermarec a changé d'employeur");
        assertThat(sent().get(1).body()).contains("M. sales", "01/12/2026", "Directrice");
        assertThat(told.fired())
                .contains(
                        new ToldByMail(Set.of(HappeningCode.CONTACT_MOVED), OLD, 2),
                        new ToldByMail(Set.of(HappeningCode.CONTACT_ADDED), NEW, 3));
    }

    @Test
    void nobodyLearnsTheNameOfATierThatIsNotTheirsToSee() {
        new EmployerChangeAlert(alerts(TestCallers.sales(1L)))
                .moved(new EmployerChanged("Anne Kermarec", OLD, NEW, 7, null, LocalDate.of(2026, 12, 1)));

        assertThat(sent().get(0).body())
                .contains("Nouvelle SAS", "another tier")
                .doesNotContain("Ancienne");
        assertThat(sent().get(1).body())
                .contains("Ancienne SARL", "un autre tiers")
                .doesNotContain("Nouvelle SAS");
    }

    @Test
    void somebodyInChargeOfBothIsToldOnce() {
        sql("insert into tier_representative (tier_id, user_id) values (20, 2)");

        new EmployerChangeAlert(alerts(TestCallers.sales(1L)))
                .moved(new EmployerChanged("Anne Kermarec", OLD, NEW, 7, null, LocalDate.of(2026, 12, 1)));

        assertThat(sent()).hasSize(2);
        assertThat(sent().get(1).body()).contains("Ancienne SARL", "Nouvelle SAS");
    }

    @Test
    void whoHasLeftOrHasNoAddressIsNotTold() {
        sql("update app_user set active = false where login = 'owner'");
        sql("update app_user set email = null where login = 'abroad'");

        new EmployerChangeAlert(alerts(TestCallers.sales(1L)))
                .moved(new EmployerChanged("Anne Kermarec", OLD, NEW, 7, null, LocalDate.of(2026, 12, 1)));

        assertThat(sent()).isEmpty();
    }

    @Test
    void aConversionIsToldInEachReadersLanguageAndMayHappenAgain() {
        var alert = new ConversionAlert(alerts(Caller.SYSTEM), clock);

        alert.converted(new TierConverted(NEW, "PROSPECT", "CUSTOMER", "CLI-2", "PRO-1", "system"));

        assertThat(sent()).extracting(Sent::to).containsExactly("abroad@exemple.example", "sales@exemple.example");
        assertThat(sent().get(0).subject()).endsWith("Nouvelle SAS is now a customer");
        assertThat(sent().get(1).subject()).endsWith("Nouvelle SAS est désormais client");
        assertThat(sent().get(1).body()).contains("CLI-2", "PRO-1", "prospect auparavant");
    }
}
