package fr.tiers.contact;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.organisation.Settings;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierTouched;
import fr.tiers.tier.TiersCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * A tier that is a private person has that person as its main contact: created from the tier's name, and then both sides keep the same
 * name, e-mail and numbers, whichever is changed. The link remembers what both sides said when they last agreed
 * ({@code contact_link.synchronised}): a side that still says so has not changed and has nothing to tell, so nothing goes round in
 * circles. A tier that becomes a company is left alone.
 */
@ApplicationScoped
public class IndividualSync {

    private static final String FROM_TIER = "TIER";
    private static final String FROM_CONTACT = "CONTACT";

    private final ContactRows rows;
    private final ContactWriter writer;
    private final IndividualPairs pairs;
    private final MainContact main;
    private final Settings settings;
    private final TierService tiers;
    private final TierAccess access;
    private final Callers callers;
    private final Source source;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected IndividualSync() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public IndividualSync(
            ContactRows rows,
            ContactWriter writer,
            IndividualPairs pairs,
            MainContact main,
            Settings settings,
            TierService tiers,
            TierAccess access,
            Callers callers,
            Source source,
            History history,
            Authors authors,
            Event<TierTouched> touched) {
        this.rows = rows;
        this.writer = writer;
        this.pairs = pairs;
        this.main = main;
        this.settings = settings;
        this.tiers = tiers;
        this.access = access;
        this.callers = callers;
        this.source = source;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
    }

    void onTouched(@Observes TierTouched event) {
        takeFromTier(event.tierId());
    }

    void onCreated(@Observes TiersCreated event) {
        pairs.individuals(event.tierIds()).forEach(this::takeFromTier);
    }

    /** Brings what has changed on the tier to its contact; makes the contact when nobody has ever been one. */
    void takeFromTier(long tierId) {
        var person = pairs.individual(tierId);
        if (person.isEmpty()) {
            return;
        }
        var pair = pairs.pair(tierId);
        if (pair.isPresent()) {
            if (!pair.get().print().equals(person.get().print()) && settings.flag(ContactSettings.SYNC_INDIVIDUAL)) {
                write(tierId, pair.get().linkId(), person.get());
            }
        } else {
            findOrCreate(tierId, person.get());
        }
    }

    private void findOrCreate(long tierId, Identity person) {
        var known = rows.ofTier(tierId);
        if (known.isEmpty()) {
            if (settings.flag(ContactSettings.CREATE_FROM_INDIVIDUAL) && !pairs.hadContacts(tierId)) {
                create(tierId, person);
            }
        } else if (known.get(0).main() && Identity.of(known.get(0)).hasNamesOf(person)) {
            // from now on; what the two say otherwise stays until one of them is changed
            pairs.agree(known.get(0).id(), person);
        }
    }

    private void create(long tierId, Identity person) {
        main.lock(tierId);
        var caller = callers.current();
        long contactId = writer.insertPerson(
                PersonCommand.named(person.civility(), person.lastName(), person.firstName()),
                caller.isSystem() ? null : caller.userId());
        var link = new LinkCommand(
                null,
                null,
                null,
                null,
                null,
                person.email(),
                person.phone(),
                person.mobile(),
                true,
                true,
                null,
                null,
                null,
                null);
        long linkId = writer.insertLink(contactId, tierId, link);
        main.appoint(tierId, linkId);
        history.created(from(FROM_TIER), "contact", linkId, tierId);
        pairs.agree(linkId, person);
        touched.fire(new TierTouched(tierId));
    }

    private void write(long tierId, long linkId, Identity person) {
        main.lock(tierId);
        var link = rows.link(linkId).orElseThrow();
        pairs.agree(linkId, person);
        if (Identity.of(link).equals(person)) {
            return;
        }
        writer.writeIdentity(link.contactId(), linkId, person);
        var after = rows.link(linkId).orElseThrow();
        history.updated(from(FROM_TIER), "contact", linkId, tierId, values(link), values(after));
        touched.fire(new TierTouched(tierId));
    }

    private static Map<String, Object> values(ContactLinkView link) {
        var values = ContactRows.values(link);
        values.put("civility", link.civility());
        values.put("lastName", link.lastName());
        values.put("firstName", link.firstName());
        return values;
    }

    /** Brings what has changed on the contact to its tier. Called before {@link TierTouched} is fired: the contact was changed last. */
    void giveToTier(long tierId) {
        var person = pairs.individual(tierId);
        var pair = person.isPresent() ? pairs.pair(tierId) : Optional.<IndividualPairs.Pair>empty();
        if (pair.isEmpty() || !access.sees(tierId) || !settings.flag(ContactSettings.SYNC_INDIVIDUAL)) {
            return;
        }
        var link = rows.link(pair.get().linkId()).orElseThrow();
        var contact = Identity.of(link);
        if (!link.main() || contact.print().equals(pair.get().print())) {
            return;
        }
        pairs.agree(link.id(), contact);
        if (contact.equals(person.get())) {
            return;
        }
        var tier = tiers.get(tierId);
        var data = TierMapping.toData(tier);
        if (!contact.hasNamesOf(person.get())) {
            data.setName(
                    contact.firstName() == null ? contact.lastName() : contact.lastName() + ' ' + contact.firstName());
        }
        data.setCivility(contact.civility());
        data.setLastName(contact.lastName());
        data.setFirstName(contact.firstName());
        data.setEmail(contact.email());
        data.setPhone(contact.phone());
        data.setMobile(contact.mobile());
        var path = source.name();
        source.set(FROM_CONTACT);
        try {
            tiers.update(tierId, tier.version(), data);
        } finally {
            source.set(path);
        }
    }

    private History.Author from(String side) {
        return new History.Author(authors.current().login(), side);
    }
}
