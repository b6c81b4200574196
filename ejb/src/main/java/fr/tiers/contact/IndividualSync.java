package fr.tiers.contact;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.Settings;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierTouched;
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

    private final Db db;
    private final ContactRows rows;
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
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public IndividualSync(
            Db db,
            ContactRows rows,
            MainContact main,
            Settings settings,
            TierService tiers,
            TierAccess access,
            Callers callers,
            Source source,
            History history,
            Authors authors,
            Event<TierTouched> touched) {
        this.db = db;
        this.rows = rows;
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

    /** A tier and the contact that stands for it. */
    private record Pair(long linkId, String print) {}

    void onTouched(@Observes TierTouched event) {
        takeFromTier(event.tierId());
    }

    /** Brings what has changed on the tier to its contact; makes the contact when nobody has ever been one. */
    void takeFromTier(long tierId) {
        var person = individual(tierId);
        if (person.isEmpty()) {
            return;
        }
        var pair = pair(tierId);
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
            if (settings.flag(ContactSettings.CREATE_FROM_INDIVIDUAL) && !hadContacts(tierId)) {
                create(tierId, person);
            }
        } else if (known.get(0).main() && Identity.of(known.get(0)).hasNamesOf(person)) {
            // from now on; what the two say otherwise stays until one of them is changed
            agree(known.get(0).id(), person);
        }
    }

    private void create(long tierId, Identity person) {
        main.lock(tierId);
        var caller = callers.current();
        long contactId = rows.insertPerson(
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
        long linkId = rows.insertLink(contactId, tierId, link);
        main.appoint(tierId, linkId);
        history.created(from(FROM_TIER), "contact", linkId, tierId);
        agree(linkId, person);
        touched.fire(new TierTouched(tierId));
    }

    private void write(long tierId, long linkId, Identity person) {
        main.lock(tierId);
        var link = rows.link(linkId).orElseThrow();
        agree(linkId, person);
        if (Identity.of(link).equals(person)) {
            return;
        }
        db.run(handle -> {
            handle.createUpdate(
                            """
                            update contact set version = version + 1, civility = :civility, last_name = :lastName,
                                   first_name = :firstName
                            where id = :id
                            """)
                    .bindMethods(person)
                    .bind("id", link.contactId())
                    .execute();
            handle.createUpdate(
                            """
                            update contact_link set version = version + 1, email = :email, phone = :phone, mobile = :mobile
                            where id = :id
                            """)
                    .bindMethods(person)
                    .bind("id", linkId)
                    .execute();
        });
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
        var person = individual(tierId);
        var pair = person.isPresent() ? pair(tierId) : Optional.<Pair>empty();
        if (pair.isEmpty() || !access.sees(tierId) || !settings.flag(ContactSettings.SYNC_INDIVIDUAL)) {
            return;
        }
        var link = rows.link(pair.get().linkId()).orElseThrow();
        var contact = Identity.of(link);
        if (!link.main() || contact.print().equals(pair.get().print())) {
            return;
        }
        agree(link.id(), contact);
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

    /** What the tier says, when it is a private person. */
    private Optional<Identity> individual(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select civility, coalesce(last_name, name) as last_name, first_name, email, phone, mobile
                        from tier where id = :id and kind = 'INDIVIDUAL'
                        """)
                .bind("id", tierId)
                .map((row, context) -> new Identity(
                        row.getString("civility"),
                        row.getString("last_name"),
                        row.getString("first_name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("mobile")))
                .findOne());
    }

    private Optional<Pair> pair(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select id, synchronised from contact_link where tier_id = :tierId and synchronised is not null
                        order by main desc, id limit 1
                        """)
                .bind("tierId", tierId)
                .map((row, context) -> new Pair(row.getLong("id"), row.getString("synchronised")))
                .findOne());
    }

    private void agree(long linkId, Identity both) {
        db.run(handle -> handle.execute("update contact_link set synchronised = ? where id = ?", both.print(), linkId));
    }

    /** Somebody who was taken away on purpose does not come back by himself. */
    private boolean hadContacts(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from history_entry where tier_id = :tierId and entity = 'contact')")
                .bind("tierId", tierId)
                .mapTo(Boolean.class)
                .one());
    }
}
