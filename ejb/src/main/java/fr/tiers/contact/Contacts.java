package fr.tiers.contact;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The people at a tier: links between persons and tiers, each with its job, its own e-mail and numbers, its dates. */
@Stateless
@PermitAll
public class Contacts {

    private static final String ENTITY = "contact";

    @Inject
    ContactRows rows;

    @Inject
    ContactWriter writer;

    @Inject
    PersonRules rules;

    @Inject
    ContactAccess people;

    @Inject
    People persons;

    @Inject
    TierAccess access;

    @Inject
    MainContact main;

    @Inject
    LinkRemoval removal;

    @Inject
    Superiors superiors;

    @Inject
    IndividualSync individuals;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    @Inject
    Event<EmployerChanged> moved;

    /** @return the main contact first, then those one can turn to, then those who have left, by name */
    public List<ContactLinkView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return rows.ofTier(tierId);
    }

    /** Who reports to whom among the current contacts. */
    public OrgChart orgChart(long tierId) {
        return OrgChart.of(tierId, ofTier(tierId));
    }

    /** @throws BusinessException NOT_FOUND for a link of somebody else or at a tier that is not the caller's to see */
    public ContactLinkView get(long contactId, long linkId) {
        var link = people.visibleLink(linkId);
        if (link.contactId() != contactId) {
            throw BusinessException.notFound(ENTITY, linkId);
        }
        return link;
    }

    /** The same without naming the person. */
    public ContactLinkView get(long linkId) {
        return people.visibleLink(linkId);
    }

    /**
     * A new person at a tier.
     *
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see
     */
    public ContactLinkView add(long tierId, PersonCommand person, LinkCommand link) {
        access.require(tierId, Action.EDIT);
        var checks = new Checks();
        var accepted = rules.check(null, person, Map.of(), checks);
        link.check(checks).refuse();
        people.requireMayInvite(null, person.extranetLogin());
        return insert(writer.insertPerson(accepted, people.custodian()), tierId, link);
    }

    /**
     * What {@link #add} and {@link #update} would refuse of what is written, without writing it: for simulations.
     *
     * @param person null for somebody whose names stay as they are
     * @throws BusinessException INVALID with every violation
     */
    public void rehearse(PersonCommand person, LinkCommand link) {
        var checks = new Checks();
        if (person != null) {
            rules.check(null, person, Map.of(), checks);
        }
        link.check(checks).refuse();
    }

    /** A person already known, whose names stay as they are, at one more tier. */
    public ContactLinkView link(long contactId, long tierId, LinkCommand link) {
        access.require(tierId, Action.EDIT);
        if (!people.sees(contactId)) {
            throw BusinessException.invalid("contactId", "unknown-reference", contactId);
        }
        link.check();
        return insert(contactId, tierId, link);
    }

    private ContactLinkView insert(long contactId, long tierId, LinkCommand command) {
        main.lock(tierId);
        rows.requireJobFamily(command.jobFamily(), null);
        superiors.check(tierId, null, command.reportsTo());
        long id = writer.insertLink(contactId, tierId, command);
        if (command.main()) {
            main.appoint(tierId, id);
        } else {
            main.settle(tierId);
        }
        history.created(authors.current(), ENTITY, id, tierId);
        individuals.giveToTier(tierId);
        touched.fire(new TierTouched(tierId));
        return rows.link(id).orElseThrow();
    }

    /**
     * Replaces what is written about a person at a tier.
     *
     * @throws BusinessException INVALID with every violation; STALE with the version; NOT_FOUND
     */
    public ContactLinkView update(long linkId, long version, LinkCommand command) {
        var before = people.visibleLink(linkId);
        long tierId = before.tierId();
        access.require(tierId, Action.EDIT);
        command.check();
        main.lock(tierId);
        rows.requireJobFamily(command.jobFamily(), before.jobFamily());
        if (!command.hasSuperior(before.reportsTo())) {
            superiors.check(tierId, linkId, command.reportsTo());
        }
        writer.updateLink(linkId, version, command);
        var after = rows.link(linkId).orElseThrow();
        history.updated(
                authors.current(), ENTITY, linkId, tierId, ContactRows.values(before), ContactRows.values(after));
        if (command.main() && !before.main()) {
            main.appoint(tierId, linkId);
        } else if (!command.main() && before.main()) {
            main.dismiss(tierId, linkId);
        }
        main.settle(tierId);
        individuals.giveToTier(tierId);
        touched.fire(new TierTouched(tierId));
        return rows.link(linkId).orElseThrow();
    }

    /** Person and link as one form has them: both are written, or none. */
    public ContactLinkView updateBoth(
            long linkId, long linkVersion, LinkCommand link, long personVersion, PersonCommand person) {
        var before = people.visibleLink(linkId);
        if (before.version() != linkVersion) {
            throw BusinessException.stale(ENTITY, linkId);
        }
        var checks = new Checks();
        rules.check(before.contactId(), person, rows.custom(before.contactId()), checks);
        link.check(checks).refuse();
        persons.update(before.contactId(), personVersion, person);
        // what the person's change has entailed here is not somebody else's
        return update(linkId, rows.link(linkId).orElseThrow().version(), link);
    }

    /**
     * The person is no longer a contact of the tier, and never was: for somebody who has left, the link is given an end instead.
     *
     * @throws BusinessException CONFLICT {@code contact-main} for the main contact while somebody else could take the place
     */
    public void remove(long linkId, long version) {
        var link = people.visibleLink(linkId);
        access.require(link.tierId(), Action.EDIT);
        main.lock(link.tierId());
        if (link.version() != version) {
            throw BusinessException.stale(ENTITY, linkId);
        }
        if (link.main() && main.current(link.tierId()).stream().anyMatch(id -> id != linkId)) {
            throw new BusinessException(
                    Kind.CONFLICT,
                    "contact-main",
                    List.of(new Violation("main", "main-contact", link.tierName())),
                    link.fullName());
        }
        removal.delete(link);
    }

    /**
     * Somebody goes to another tier: one link ends, another begins the day after. Events, documents and everything else stay with the
     * tier where they happened.
     *
     * @return the new link
     */
    public ContactLinkView changeEmployer(long linkId, long version, EmployerChange change) {
        var leaving = people.visibleLink(linkId);
        access.require(leaving.tierId(), Action.EDIT);
        change.check(leaving);
        if (!access.sees(change.tierId())) {
            throw BusinessException.invalid("tierId", "unknown-reference", change.tierId());
        }
        access.require(change.tierId(), Action.EDIT);
        main.lock(List.of(leaving.tierId(), change.tierId()));
        var lastDay = change.from().minusDays(1);
        if (leaving.to() == null || leaving.to().isAfter(lastDay)) {
            update(linkId, version, Records.with(leaving.toCommand(), "to", lastDay));
        } else if (leaving.version() != version) {
            throw BusinessException.stale(ENTITY, linkId);
        }
        var joined = insert(leaving.contactId(), change.tierId(), change.link());
        moved.fire(new EmployerChanged(
                joined.fullName(), leaving.tierId(), joined.tierId(), joined.id(), joined.jobTitle(), change.from()));
        return joined;
    }

    /**
     * Puts somebody below somebody else in the organisation chart.
     *
     * @param superior null for nobody
     * @throws BusinessException INVALID {@code circle} for somebody who stands below
     */
    public ContactLinkView reportTo(long linkId, Long superior) {
        var before = people.visibleLink(linkId);
        access.require(before.tierId(), Action.EDIT);
        main.lock(before.tierId());
        superiors.check(before.tierId(), linkId, superior);
        superiors.set(linkId, superior);
        var after = rows.link(linkId).orElseThrow();
        history.updated(
                authors.current(),
                ENTITY,
                linkId,
                before.tierId(),
                ContactRows.values(before),
                ContactRows.values(after));
        touched.fire(new TierTouched(before.tierId()));
        return after;
    }
}
