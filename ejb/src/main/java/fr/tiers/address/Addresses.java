package fr.tiers.address;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.address.site.Opening;
import fr.tiers.customfield.CustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.tag.TagChange;
import fr.tiers.tier.TierTouched;
import fr.tiers.tier.identity.Siret;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Further addresses and sites of a tier. */
@Stateless
@PermitAll
public class Addresses {

    private static final String ENTITY = "address";

    private final AddressTable table;
    private final TierAccess access;
    private final AddressAccess grants;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;
    private final Clock clock;
    private final CustomFields fields;

    protected Addresses() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public Addresses(
            AddressTable table,
            TierAccess access,
            AddressAccess grants,
            History history,
            Authors authors,
            Event<TierTouched> touched,
            Clock clock,
            CustomFields fields) {
        this.table = table;
        this.access = access;
        this.grants = grants;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
        this.clock = clock;
        this.fields = fields;
    }

    /**
     * @return those in use first, then by label; to an extranet user who was not granted the tier, the sites that were granted
     * @throws BusinessException NOT_FOUND when nothing of it is the caller's to see
     */
    public List<AddressView> ofTier(long tierId) {
        return grants.visible(tierId, table.ofTier(tierId, LocalDate.now(clock), seen()));
    }

    /** @throws BusinessException NOT_FOUND also for an address of a tier that is not the caller's to see */
    public AddressView get(long id) {
        return grants.shown(read(id, seen()));
    }

    private AddressView read(long id, String custom) {
        var address = table.find(id, custom).orElseThrow(() -> BusinessException.notFound(ENTITY, id));
        if (!grants.sees(address)) {
            throw BusinessException.notFound(ENTITY, id);
        }
        return address;
    }

    private String seen() {
        return fields.column(AddressFieldOwner.OBJECT, "a");
    }

    /**
     * A default that the address takes over is no longer another's.
     *
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see
     */
    public AddressView add(long tierId, AddressCommand command) {
        return add(tierId, command, Map.of());
    }

    /** @param kept custom values that it starts with where the caller may not see them */
    private AddressView add(long tierId, AddressCommand command, Map<String, Object> kept) {
        access.require(tierId, Action.EDIT);
        var accepted = check(tierId, command, null, kept);
        takeDefaults(tierId, 0, accepted);
        var id = table.insert(tierId, accepted);
        history.created(authors.current(), ENTITY, id, tierId);
        touched.fire(new TierTouched(tierId));
        return get(id);
    }

    /**
     * Whether the place is open at a moment; what plans visits asks this.
     *
     * @param at null for now
     */
    public Opening opening(long id, Instant at) {
        return get(id).opening(at == null ? clock.instant() : at);
    }

    /**
     * Replaces everything writable.
     *
     * @param version what the caller last read
     * @throws BusinessException STALE when somebody else has changed it since; INVALID with every violation
     */
    public AddressView update(long id, long version, AddressCommand command) {
        var before = editable(id, version);
        var accepted = check(before.tier(), command, before, before.custom());
        takeDefaults(before.tier(), id, accepted);
        if (!table.update(id, version, accepted)) {
            throw BusinessException.stale(ENTITY, id);
        }
        return changed(before);
    }

    /**
     * Ends the use of an address; it stays with all it says.
     *
     * @param last day of use; today when null
     */
    public AddressView close(long id, long version, LocalDate last) {
        var before = editable(id, version);
        var day = last == null ? LocalDate.now(clock) : last;
        if (!AddressCommand.isUsual(day)) {
            throw BusinessException.invalid("to", "wrong-type");
        }
        if (before.from() != null && day.isBefore(before.from())) {
            throw BusinessException.invalid("to", "before-start");
        }
        if (before.to() != null && day.isAfter(before.to())) {
            throw new BusinessException(
                    Kind.REFUSED, "address-ended", before.to().toString());
        }
        return ended(before, day);
    }

    /**
     * The tier moves: the old address ends the day before, the new one begins, with one commit.
     *
     * @return the new address
     * @throws BusinessException REFUSED {@code address-ended} for an address that is left already on that day
     */
    public AddressView move(long id, long version, MoveCommand move) {
        var before = editable(id, version);
        if (move.on() == null) {
            throw BusinessException.invalid("on", "required");
        }
        if (move.address() == null) {
            throw BusinessException.invalid("address", "required");
        }
        if (!AddressCommand.isUsual(move.on())) {
            throw BusinessException.invalid("on", "wrong-type");
        }
        if (before.from() != null && !move.on().isAfter(before.from())) {
            throw BusinessException.invalid("on", "before-start");
        }
        if (before.to() != null && !move.on().isBefore(before.to().plusDays(2))) {
            throw new BusinessException(
                    Kind.REFUSED, "address-ended", before.to().toString());
        }
        table.lockDefaults(before.tier());
        ended(before, move.on().minusDays(1));
        var next = add(before.tier(), move.address().startingOn(move.on()));
        table.copyGrants(id, next.id());
        table.copyTags(id, next.id());
        return tagged(next);
    }

    /**
     * For an address entered by mistake; one that is left is closed.
     *
     * @return what {@link #restore} takes
     */
    public DeletedAddress delete(long id, long version) {
        var before = editable(id, version);
        var viewers = table.grants(id);
        if (!table.delete(id, version)) {
            throw BusinessException.stale(ENTITY, id);
        }
        history.deleted(authors.current(), ENTITY, id, before.tier(), before.label());
        touched.fire(new TierTouched(before.tier()));
        return new DeletedAddress(before, viewers);
    }

    /** Takes a deletion back: the address with all it says, and those who may see it from outside. Its id is a new one. */
    public AddressView restore(DeletedAddress deleted) {
        var command = deleted.address().toCommand();
        var custom = deleted.address().custom();
        var restored = add(
                deleted.address().tier(), command.withCustom(fields.seen(AddressFieldOwner.OBJECT, custom)), custom);
        for (var login : table.grant(restored.id(), deleted.viewers())) {
            history.updated(
                    authors.current(), ENTITY, restored.id(), restored.tier(), Map.of(), Map.of("extranet", login));
        }
        table.putTags(restored.id(), deleted.address().tags());
        return tagged(restored);
    }

    /** Tells the tags that a new address has got from another one. */
    private AddressView tagged(AddressView fresh) {
        var now = get(fresh.id());
        var tags = Map.of(TagChange.FIELD, TagChange.words(now.tags()));
        history.updated(authors.current(), ENTITY, now.id(), now.tier(), Map.of(), tags);
        return now;
    }

    private AddressView editable(long id, long version) {
        var address = read(id, AddressTable.WHOLE);
        access.require(address.tier(), Action.EDIT);
        if (address.version() != version) {
            throw BusinessException.stale(ENTITY, id);
        }
        return address;
    }

    private AddressView ended(AddressView before, LocalDate last) {
        if (!table.end(before.id(), before.version(), last)) {
            throw BusinessException.stale(ENTITY, before.id());
        }
        return changed(before);
    }

    private AddressView changed(AddressView before) {
        var after = table.find(before.id(), AddressTable.WHOLE).orElseThrow();
        history.updated(authors.current(), ENTITY, after.id(), after.tier(), before.values(), after.values());
        touched.fire(new TierTouched(after.tier()));
        return get(after.id());
    }

    /**
     * @param before null for a new address
     * @param customBefore its custom values, those among them that the caller may not see
     * @return as it is to be kept
     */
    private AddressCommand check(
            long tierId, AddressCommand command, AddressView before, Map<String, Object> customBefore) {
        var checks = new Checks();
        command.check(checks);
        var context = new CustomFields.Context(
                before == null ? null : before.id(), AddressFieldOwner.facts(command), customBefore);
        var custom = fields.check(AddressFieldOwner.OBJECT, command.custom(), context, checks);
        checks.refuse();
        var technicianBefore = before == null ? null : before.site().technician();
        var technician = command.site().technician();
        var known = table.habilitationTypes();
        checks.holds(
                technician == null || technician.equals(technicianBefore) || table.isTechnician(technician),
                "site.technician",
                "unknown-reference",
                technician);
        command.site()
                .habilitations()
                .forEach(one -> checks.holds(
                        known.contains(one.type()), "site.habilitations", "unknown-reference", one.type()));
        checks.refuse();
        var siren = table.sirenOf(tierId);
        if (command.siret() != null && siren != null && !siren.equals(Siret.sirenOf(command.siret()))) {
            throw BusinessException.invalid("siret", "siret-of-other-siren", command.siret(), siren);
        }
        return command.withCustom(custom);
    }

    private void takeDefaults(long tierId, long self, AddressCommand command) {
        if (command.defaultFor().isEmpty()) {
            return;
        }
        table.lockDefaults(tierId);
        for (var other : table.defaults(tierId, self, command)) {
            var left = other.defaultFor().stream()
                    .filter(usage -> !command.defaultFor().contains(usage))
                    .toList();
            table.setDefaults(other.id(), left);
            changed(other);
        }
    }
}
