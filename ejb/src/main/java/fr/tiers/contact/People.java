package fr.tiers.contact;

import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldJson;
import fr.tiers.customfield.FieldRights;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Persons, each kept once, however many tiers they work for or have worked for. */
@Stateless
@PermitAll
public class People {

    private static final String ENTITY = "contact";
    private static final Visibility EVERYWHERE = Visibility.of(Caller.SYSTEM);

    @Inject
    Db db;

    @Inject
    ContactRows rows;

    @Inject
    ContactWriter writer;

    @Inject
    PersonRules rules;

    @Inject
    FieldRights fields;

    @Inject
    ContactAccess access;

    @Inject
    TierAccess tiers;

    @Inject
    MainContact main;

    @Inject
    LinkRemoval links;

    @Inject
    IndividualSync individuals;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @throws BusinessException NOT_FOUND for somebody who works at no tier of the caller */
    public PersonView get(long id) {
        return read(id, fields.custom(ContactFieldOwner.OBJECT, "c"));
    }

    /** With the custom fields that the caller may not see, for a change that must neither lose nor fail to log them. */
    private PersonView whole(long id) {
        return read(id, "c.custom");
    }

    private PersonView read(long id, String custom) {
        access.requireVisible(id);
        var links = rows.ofPerson(id, access.visibility());
        return db.call(handle -> handle.createQuery(
                        """
                        select %s, c.*, exists (select 1 from contact_photo f where f.contact_id = c.id) as photo,
                               %s as tags, u.login, u.active as account_active, u.password_hash is null as invited
                        from contact c left join app_user u on u.id = c.user_id where c.id = :id
                        """
                                .formatted(custom, ContactTagUse.TABLE.labels("c.id")))
                .bind("id", id)
                .map((row, context) -> view(row, links))
                .one());
    }

    /** A person without any link yet; only the caller and those who see every tier know of it. */
    public PersonView create(PersonCommand person) {
        tiers.require(Action.EDIT);
        var checks = new Checks();
        var accepted = rules.check(null, person, Map.of(), checks);
        checks.refuse();
        access.requireMayInvite(null, person.extranetLogin());
        return get(writer.insertPerson(accepted, access.custodian()));
    }

    /**
     * Replaces what is written about the person, everywhere.
     *
     * @throws BusinessException INVALID with every violation; STALE with the version; NOT_FOUND
     */
    public PersonView update(long id, long version, PersonCommand person) {
        access.requireEditable(id);
        var before = whole(id).toCommand();
        var checks = new Checks();
        var accepted = rules.check(id, person, before.custom(), checks);
        checks.refuse();
        access.requireMayInvite(before.extranetLogin(), person.extranetLogin());
        var tierIds = rows.tiersOf(id);
        main.lock(tierIds);
        writer.updatePerson(id, version, accepted);
        // each tier's change log tells it, also those the caller does not see: the person is one
        for (var link : rows.ofPerson(id, EVERYWHERE)) {
            history.updated(
                    authors.current(),
                    ENTITY,
                    link.id(),
                    link.tierId(),
                    ContactRows.values(before),
                    ContactRows.values(accepted));
        }
        tierIds.forEach(main::settle);
        tierIds.forEach(individuals::giveToTier);
        tierIds.forEach(tierId -> touched.fire(new TierTouched(tierId)));
        return get(id);
    }

    /**
     * Deletes somebody who is linked to no tier.
     *
     * @throws BusinessException CONFLICT {@code contact-linked} with the links that stand in the way
     */
    public void delete(long id, long version) {
        var person = get(id);
        tiers.require(Action.EDIT);
        if (person.version() != version) {
            throw BusinessException.stale(ENTITY, id);
        }
        if (rows.hasLinks(id)) {
            var standing = new ArrayList<Violation>();
            for (var link : person.links()) {
                standing.add(new Violation("links", link.main() ? "linked-as-main" : "linked", link.tierName()));
            }
            throw new BusinessException(Kind.CONFLICT, "contact-linked", standing, person.fullName());
        }
        writer.deletePerson(id, version);
    }

    /** What has to be done before the person can be deleted, in order, with the deletion itself. */
    public List<RemovalStep> removal(long id) {
        var person = get(id);
        var steps = new ArrayList<RemovalStep>();
        for (var link : person.links()) {
            if (link.main()) {
                successor(link).ifPresent(other -> steps.add(step(RemovalStep.Kind.UNTICK, link, other)));
            }
            steps.add(step(RemovalStep.Kind.UNLINK, link, null));
        }
        var last = knownElsewhere(id, person) ? RemovalStep.Kind.KEEP : RemovalStep.Kind.DELETE;
        steps.add(new RemovalStep(last, null, null, null, null));
        return steps;
    }

    private static RemovalStep step(RemovalStep.Kind kind, ContactLinkView link, String successor) {
        return new RemovalStep(kind, link.id(), link.tierId(), link.tierName(), successor);
    }

    private Optional<String> successor(ContactLinkView leaving) {
        return main.current(leaving.tierId()).stream()
                .filter(id -> id != leaving.id())
                .findFirst()
                .flatMap(rows::link)
                .map(ContactLinkView::fullName);
    }

    private boolean knownElsewhere(long id, PersonView person) {
        var seen = person.links().stream().map(ContactLinkView::tierId).toList();
        return rows.tiersOf(id).stream().anyMatch(tierId -> !seen.contains(tierId));
    }

    /**
     * Goes the whole way: hands over as main contact, unlinks, deletes.
     *
     * @param version of the person, as it was read with the steps
     * @return what was done
     */
    public List<RemovalStep> removeStepByStep(long id, long version) {
        var person = get(id);
        tiers.require(Action.EDIT);
        if (person.version() != version) {
            throw BusinessException.stale(ENTITY, id);
        }
        person.links().forEach(link -> tiers.require(link.tierId(), Action.EDIT));
        main.lock(person.links().stream().map(ContactLinkView::tierId).toList());
        var steps = removal(id);
        for (var step : steps) {
            switch (step.kind()) {
                case UNTICK -> main.dismiss(step.tierId(), step.linkId());
                case UNLINK -> links.delete(rows.link(step.linkId()).orElseThrow());
                case DELETE -> writer.deletePerson(id, version);
                case KEEP -> {
                    // known to others, who decide for themselves
                }
            }
        }
        return steps;
    }

    /** Somebody's account on the extranet. */
    public record Account(String login, String displayName) {}

    /** @return the extranet users who belong to nobody yet, and the one who belongs to this person */
    @RolesAllowed(ADMINISTRATOR)
    public List<Account> accounts(String own) {
        return db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name from app_user u
                        where exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')
                          and (u.login = :own or not exists (select 1 from contact c where c.user_id = u.id))
                        order by u.display_name, u.id
                        """)
                .bind("own", own)
                .map((row, context) -> new Account(row.getString("login"), row.getString("display_name")))
                .list());
    }

    private static PersonView view(ResultSet row, List<ContactLinkView> links) throws SQLException {
        var login = row.getString("login");
        var updated = row.getTimestamp("updated_at");
        var created = row.getTimestamp("created_at").toInstant();
        return new PersonView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getObject("birthday", LocalDate.class),
                row.getString("language"),
                row.getString("linkedin"),
                row.getString("facebook"),
                row.getString("x"),
                row.getString("notes"),
                row.getBoolean("do_not_call"),
                row.getBoolean("do_not_email"),
                row.getBoolean("active"),
                login,
                login == null ? null : state(row.getBoolean("account_active"), row.getBoolean("invited")),
                FieldJson.values(row.getString("custom")),
                List.of((String[]) row.getArray("tags").getArray()),
                created,
                updated == null ? created : updated.toInstant(),
                row.getBoolean("photo"),
                links);
    }

    static AccountState state(boolean active, boolean invited) {
        if (!active) {
            return AccountState.LOCKED;
        }
        return invited ? AccountState.INVITED : AccountState.ACTIVE;
    }
}
