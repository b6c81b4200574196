package fr.tiers.alert;

import fr.tiers.access.Callers;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.ContactTarget;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.People;
import fr.tiers.customfield.LinkTarget.Choice;
import fr.tiers.mail.MailFormat;
import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateSamples;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The templates of alerts are looked at with a tier, as if it had been converted, and with a contact, as if he or she had come from
 * where the career was before.
 */
@ApplicationScoped
public class AlertSamples implements TemplateSamples {

    private static final String NOTHING = "—";

    private final Callers callers;
    private final TierTarget tiers;
    private final TierService records;
    private final ContactTarget people;
    private final People persons;
    private final Contacts contacts;
    private final Clock clock;

    protected AlertSamples() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public AlertSamples(
            Callers callers,
            TierTarget tiers,
            TierService records,
            ContactTarget people,
            People persons,
            Contacts contacts,
            Clock clock) {
        this.callers = callers;
        this.tiers = tiers;
        this.records = records;
        this.people = people;
        this.persons = persons;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public Set<String> purposes() {
        return Set.of(ConversionAlert.PURPOSE, EmployerChangeAlert.PURPOSE);
    }

    @Override
    public List<TemplateSample> find(String purpose, String words, int limit) {
        if (ConversionAlert.PURPOSE.equals(purpose)) {
            return tiers.search(words, limit).stream()
                    .map(choice -> new TemplateSample((Long) choice.key(), choice.label()))
                    .toList();
        }
        return people.search(words, limit).stream()
                .flatMap(choice -> links(choice).stream().limit(1))
                .map(link -> new TemplateSample(link.id(), link.fullName() + " · " + link.tierName()))
                .toList();
    }

    private List<ContactLinkView> links(Choice person) {
        return persons.get((Long) person.key()).links();
    }

    @Override
    public Map<String, String> values(String purpose, long id, String language) {
        return ConversionAlert.PURPOSE.equals(purpose) ? conversion(id, language) : move(id, language);
    }

    private Map<String, String> conversion(long id, String language) {
        var tier = records.get(id);
        return Map.of(
                "tier", tier.code() + ' ' + tier.name(),
                "tier.code", tier.code(),
                "tier.formerCode", NOTHING,
                "function.before", ConversionAlert.word("PROSPECT", language),
                "function.now", ConversionAlert.word("CUSTOMER", language),
                "author", callers.current().displayName());
    }

    private Map<String, String> move(long id, String language) {
        var link = contacts.get(id);
        var former = persons.get(link.contactId()).links().stream()
                .filter(each -> each.id() != id)
                .findFirst()
                .map(ContactLinkView::tierName)
                .orElse(NOTHING);
        var from = link.from() == null ? LocalDate.now(clock) : link.from();
        return Map.of(
                "contact.name", link.fullName(),
                "contact.jobTitle", link.jobTitle() == null ? NOTHING : link.jobTitle(),
                "tier.old", former,
                "tier.new", link.tierName(),
                "change.date", MailFormat.of(language).date(from),
                "author", callers.current().displayName());
    }
}
