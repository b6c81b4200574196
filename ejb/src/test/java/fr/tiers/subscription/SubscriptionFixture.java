package fr.tiers.subscription;

import fr.tiers.access.Accounts;
import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.FieldRights;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.happening.ToldByMail;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestCallers;
import fr.tiers.kernel.TestClock;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.tier.TestTiers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** People who follow tiers, on a database of their own. */
final class SubscriptionFixture {

    final TestDatabase database = TestDatabase.fresh();
    final TestClock clock = new TestClock();
    final TestCallers callers = new TestCallers();
    final Accounts accounts = new Accounts(database.db(), clock);
    private final SettingStore settings = new SettingStore(database.db(), clock);
    private final Bells bells = new Bells(database.db(), clock);
    private final SubscriptionMail mail = new SubscriptionMail(
            database.db(),
            new Outbox(database.db(), clock, new TestEvent<>(), "tiers@exemple.example"),
            new MailTemplates(database.db()),
            new UnsubscriptionTokens(database.db(), clock),
            "https://crm.example/tiers/");
    private final HappeningQueue queue = new HappeningQueue(database.db(), clock);

    void unit(long id) {
        TestTiers.unit(database, id);
    }

    void tier(long id, Long unit) {
        TestTiers.tier(database, id, unit);
    }

    void user(long id, String login, String role, Long unit) {
        sql(
                "insert into app_user (id, login, display_name, email, language) values (%d, '%s', 'M. %s', '%s@exemple.example', 'fr')"
                        .formatted(id, login, login, login));
        sql("insert into app_user_role (user_id, role) values (%d, '%s')".formatted(id, role));
        if (unit != null) {
            sql("insert into app_user_sales_unit (user_id, sales_unit_id) values (%d, %d)".formatted(id, unit));
        }
    }

    void sql(String sql) {
        database.db().run(handle -> handle.execute(sql));
    }

    <T> List<T> list(Class<T> type, String sql) {
        return database.db().call(handle -> handle.createQuery(sql).mapTo(type).list());
    }

    long number(String sql) {
        return list(Long.class, sql).get(0);
    }

    Caller become(long user) {
        var caller = accounts.find(user).orElseThrow();
        callers.become(caller);
        return caller;
    }

    Subscriptions subscriptions() {
        var service = new Subscriptions();
        service.db = database.db();
        service.clock = clock;
        service.callers = callers;
        service.access = new TierAccess(database.db(), callers);
        service.settings = settings;
        service.digests = digests();
        return service;
    }

    Notifications notifications() {
        var service = new Notifications();
        service.db = database.db();
        service.clock = clock;
        service.callers = callers;
        service.bells = bells;
        return service;
    }

    Digests digests() {
        var service = new Digests();
        service.db = database.db();
        service.clock = clock;
        service.accounts = accounts;
        service.mail = mail;
        return service;
    }

    Teller teller() {
        var service = new Teller();
        service.db = database.db();
        service.clock = clock;
        service.accounts = accounts;
        service.fieldRights = new FieldRights(database.db(), (Callers) callers, new Source());
        service.settings = settings;
        service.mail = mail;
        service.bells = bells;
        service.writer = new NotificationWriter(database.db(), clock);
        return service;
    }

    Unsubscriptions unsubscriptions() {
        var service = new Unsubscriptions();
        service.db = database.db();
        return service;
    }

    void happen(HappeningCode code, long tier, String author, String... arguments) {
        queue.happened(new Happening(code, tier, List.of(arguments), null, new History.Author(author, "UI")));
    }

    void happen(HappeningCode code, long tier, long thing, String author, String... arguments) {
        queue.happened(new Happening(code, tier, List.of(arguments), thing, new History.Author(author, "UI")));
    }

    void modified(long tier, String author, String... fields) {
        queue.happened(new Happening(
                HappeningCode.TIER_MODIFIED, tier, List.of(), List.of(fields), null, new History.Author(author, "UI")));
    }

    void mailed(long tier, long user, HappeningCode... codes) {
        queue.mailed(new ToldByMail(Set.of(codes), tier, user));
    }

    void tell() {
        while (database.inTransaction(() -> teller().tellSome())) {
            // until nothing waits
        }
    }

    /** Mails at once leave after a moment of quiet. */
    void mail() {
        clock.advance(Duration.ofMinutes(1));
        sendDigests();
    }

    /** @return of how many people something was due */
    int sendDigests() {
        int sent = 0;
        while (database.inTransaction(() -> digests().sendNext())) {
            sent++;
        }
        return sent;
    }

    /** What the bell of somebody has told, oldest first; what is one line as often as it has happened. */
    List<String> told(long user) {
        return bell(user).stream()
                .flatMap(each -> Collections.nCopies(each.times(), each.code() + ' ' + each.tier()).stream())
                .toList();
    }

    /** The lines of somebody's bell, oldest first. */
    List<NotificationView> bell(long user) {
        become(user);
        return notifications().page(false, Long.MAX_VALUE, 1000, "fr").items().stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    List<String> mails() {
        return list(
                String.class, "select recipients[1] || ' | ' || subject || ' | ' || body from outbox_mail order by id");
    }
}
