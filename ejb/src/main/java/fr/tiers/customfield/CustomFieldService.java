package fr.tiers.customfield;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.codelist.CodeEntry;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** The administration of custom fields. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class CustomFieldService {

    /** Spec: searching and sorting stay quick with so many. */
    static final int MAX_FIELDS = 200;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    CustomFields fields;

    @Inject
    Event<FieldChanged> changed;

    /**
     * What a change of type would do.
     *
     * @param values how many objects have a value
     * @param lossy how many of them would lose it, or a part of it
     */
    public record TypeChange(FieldType type, long values, long lossy) {}

    /** Fired in the transaction of the change: index and search words are looked after when it has committed. */
    public record FieldChanged(long id) {}

    /** Everybody may know the fields he or she sees the values of; archived ones last. */
    @PermitAll
    public List<CustomField> list(String object) {
        return isAdministrator() ? fields.all(object) : fields.everIn(object);
    }

    /** Defining a field that REST does not have is possible over REST. */
    private boolean isAdministrator() {
        var caller = callers.current();
        return caller.isSystem() || caller.has(Role.ADMINISTRATOR);
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public CustomField get(long id) {
        return fields.table()
                .find(id)
                .filter(field -> isAdministrator()
                        || fields.everIn(field.definition().object()).stream().anyMatch(seen -> seen.id() == id))
                .orElseThrow(() -> BusinessException.notFound("custom-field", id));
    }

    /** @throws BusinessException INVALID with every violation */
    public CustomField create(FieldDefinition wanted) {
        fields.table().lock();
        var others = definitions(wanted.object(), null);
        check(wanted, others);
        if (others.stream().anyMatch(other -> other.code().equals(wanted.code()))) {
            throw BusinessException.invalid("code", "already-used", wanted.code());
        }
        if (others.size() >= MAX_FIELDS) {
            throw BusinessException.invalid("code", "too-many", MAX_FIELDS);
        }
        long id = fields.table().insert(wanted);
        settleRights(wanted.object());
        follow(id, false, wanted.type() == FieldType.COMPUTED);
        return get(id);
    }

    /**
     * Replaces a definition. Code, object and type stay; options that are in use can only be deactivated.
     *
     * @throws BusinessException INVALID; STALE when somebody else has changed it since
     */
    public CustomField update(long id, long version, FieldDefinition wanted) {
        fields.table().lock();
        var now = get(id);
        if (now.version() != version) {
            throw BusinessException.stale("custom-field", id);
        }
        var before = now.definition();
        immutable("code", before.code(), wanted.code());
        immutable("object", before.object(), wanted.object());
        immutable("type", before.type(), wanted.type());
        check(wanted, definitions(before.object(), id));
        refuseLostOptions(before, wanted);
        fields.table().update(id, version, wanted);
        settleRights(wanted.object());
        follow(id, before.searchable() != wanted.searchable(), !Objects.equals(before.formula(), wanted.formula()));
        return get(id);
    }

    /** Who sees a field counts for what is computed from it, and for the words of the search. */
    private void settleRights(String object) {
        fields.table().settleRights(object).forEach(other -> follow(other, true, false));
    }

    /** What index, words of the search and computed values make of it: after the commit, and noted so that it is not forgotten. */
    private void follow(long id, boolean searchWords, boolean compute) {
        fields.table().due(id, searchWords, compute);
        changed.fire(new FieldChanged(id));
    }

    private static void immutable(String name, Object before, Object wanted) {
        if (!Objects.equals(before, wanted)) {
            throw BusinessException.invalid(name, "immutable", before);
        }
    }

    private void refuseLostOptions(FieldDefinition before, FieldDefinition wanted) {
        var kept = wanted.options().stream().map(FieldOption::code).collect(Collectors.toSet());
        for (var option : before.options()) {
            if (!kept.contains(option.code()) && uses(before, option.code()) > 0) {
                throw BusinessException.invalid("options", "option-in-use", option.labelFr());
            }
        }
    }

    /** How many objects have chosen an option. */
    public long uses(FieldDefinition field, String option) {
        Object value = field.type().isSeveral() ? List.of(option) : option;
        return db.call(handle -> handle.createQuery("select count(*) from "
                        + fields.owner(field.object()).table() + " where custom @> cast(:value as jsonb)")
                .bind("value", FieldJson.write(Map.of(field.code(), value)))
                .mapTo(Long.class)
                .one());
    }

    /** How many objects have a value of a field. */
    public long values(long id) {
        var field = get(id).definition();
        return db.call(handle -> handle.createQuery("select count(*) from "
                        + fields.owner(field.object()).table() + " where (custom -> :code) is not null")
                .bind("code", field.code())
                .mapTo(Long.class)
                .one());
    }

    /**
     * Goes to another type along a safe path: each value is taken over when it fits.
     *
     * @param dryRun only counts
     * @param acceptLoss false refuses when a value would be lost
     * @throws BusinessException INVALID on {@code type}; REFUSED {@code custom-field-lossy}
     */
    public TypeChange changeType(long id, long version, FieldType type, boolean dryRun, boolean acceptLoss) {
        if (!dryRun) {
            // counting alone makes nobody wait
            fields.table().lock();
        }
        var now = get(id);
        if (now.version() != version) {
            throw BusinessException.stale("custom-field", id);
        }
        var from = now.definition();
        if (type == null || !reachable(from.type()).contains(type)) {
            throw BusinessException.invalid("type", "unsafe-type-change", from.type());
        }
        var to = TypeChanges.retyped(from, type);
        var table = fields.owner(from.object()).table();
        var outcome = db.call(handle -> TypeChanges.convert(handle, table, from, to, dryRun));
        if (!dryRun) {
            if (outcome.lossy() > 0 && !acceptLoss) {
                throw new BusinessException(Kind.REFUSED, "custom-field-lossy", outcome.lossy());
            }
            fields.table().update(id, version, to);
            follow(id, from.searchable(), false);
        }
        return outcome;
    }

    /** The types that a type can be changed to. */
    @PermitAll
    public Set<FieldType> reachable(FieldType type) {
        return TypeChanges.reachable(type);
    }

    /**
     * Deletes a field: it can be taken back for 30 days, then it is gone with its values.
     *
     * @throws BusinessException CONFLICT {@code custom-field-needed} naming the fields that need it
     */
    public void archive(long id, long version) {
        fields.table().lock();
        var field = get(id);
        var needed = FieldDependencies.dependants(
                field.code(), definitions(field.definition().object(), id));
        if (!needed.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "custom-field-needed", needed, field.code());
        }
        fields.table().archive(id, version, clock.instant(), callers.current().login());
        follow(id, true, false);
    }

    /** Takes a deleted field back, with the values it had. */
    public CustomField restore(long id, long version) {
        get(id);
        fields.table().archive(id, version, null, null);
        follow(id, true, false);
        return get(id);
    }

    /** What links can lead to. */
    @PermitAll
    public List<String> targets() {
        return fields.links().stream()
                .filter(LinkTarget::isForLinks)
                .map(LinkTarget::name)
                .sorted()
                .toList();
    }

    /** The objects that have custom fields, the tier first. */
    @PermitAll
    public List<String> objects() {
        return fields.owners().stream()
                .map(FieldOwner::object)
                .sorted(Comparator.comparing((String object) -> !"TIER".equals(object))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Types to which a field of these objects can be limited; see {@link FieldOwner#types}. */
    @PermitAll
    public List<? extends CodeEntry> types(String object) {
        return fields.owner(object).types();
    }

    /** Names of what conditions may look at: the object's own fields. */
    @PermitAll
    public Set<String> facts(String object) {
        return fields.owner(object).facts();
    }

    private void check(FieldDefinition wanted, List<FieldDefinition> others) {
        if (fields.owners().stream().noneMatch(owner -> owner.object().equals(wanted.object()))) {
            throw BusinessException.invalid("object", "unknown-value", wanted.object());
        }
        DefinitionRules.check(
                wanted,
                others,
                facts(wanted.object()),
                fields.links().stream().map(LinkTarget::name).collect(Collectors.toSet()));
        FieldDependencies.refuseCircle(wanted, others);
    }

    private List<FieldDefinition> definitions(String object, Long without) {
        return fields.all(object).stream()
                .filter(field -> without == null || field.id() != without)
                .map(CustomField::definition)
                .toList();
    }
}
