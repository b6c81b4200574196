package fr.tiers.alert;

import fr.tiers.access.InCharge;
import fr.tiers.happening.HappeningCode;
import fr.tiers.happening.ToldByMail;
import fr.tiers.history.Authors;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailAddresses;
import fr.tiers.mail.MailTemplates;
import fr.tiers.mail.Outbox;
import fr.tiers.mail.OutgoingMail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves one mail for each of those to be told, in each one's own language; never for whoever has done it. */
@Dependent
class Alerts {

    private final Db db;
    private final InCharge inCharge;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Authors authors;
    private final Event<ToldByMail> told;

    @Inject
    Alerts(Db db, InCharge inCharge, Outbox outbox, MailTemplates templates, Authors authors, Event<ToldByMail> told) {
        this.db = db;
        this.inCharge = inCharge;
        this.outbox = outbox;
        this.templates = templates;
        this.authors = authors;
        this.told = told;
    }

    /** @return those in charge of the tier who can be told and have not done it themselves */
    List<InCharge.Person> readers(long tierId) {
        var author = authors.current().login();
        return inCharge.of(tierId).stream()
                .filter(person -> !person.login().equals(author))
                .filter(person -> person.email() != null && MailAddresses.isAddress(person.email()))
                .toList();
    }

    boolean sees(InCharge.Person person, long tierId) {
        return inCharge.sees(person, tierId);
    }

    /**
     * @param reference the occasion; one mail for each reader
     * @param values of the template's tokens, besides who has done it
     */
    void send(InCharge.Person reader, String purpose, String reference, long tierId, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("author", name(authors.current().login()));
        var text =
                templates.find(reader.companyId(), purpose, reader.language()).render(all);
        outbox.enqueue(OutgoingMail.about(purpose, reference + '-' + reader.id())
                .tier(tierId)
                .company(reader.companyId())
                .to(reader.email())
                .says(text)
                .mail());
    }

    /** The mail says it all: what follows a tier's happenings by mail need not say it again. */
    void told(InCharge.Person reader, long tierId, HappeningCode... codes) {
        told.fire(new ToldByMail(Set.of(codes), tierId, reader.id()));
    }

    /** Code and name of a tier. */
    String tier(long tierId) {
        return db.call(handle -> handle.createQuery("select concat_ws(' ', code, name) from tier where id = :id")
                .bind("id", tierId)
                .mapTo(String.class)
                .one());
    }

    private String name(String login) {
        return db.call(handle -> handle.createQuery("select display_name from app_user where login = :login")
                .bind("login", login)
                .mapTo(String.class)
                .findOne()
                .orElse(login));
    }
}
