package fr.tiers.customfield;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** The administration of custom fields. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class CustomFieldService {

    /** Spec: searching and sorting stay quick with so many. */
    static final int MAX_FIELDS = 200;

    static final Duration KEPT = Duration.ofDays(30);

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
    public record FieldChanged(long id, boolean searchWords, boolean compute) {}

    /** Everybody may know the fields; archived ones last. */
    @PermitAll
    public List<CustomField> list(String object) {
        return fields.everIn(object);
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public CustomField get(long id) {
        return db.call(handle -> handle.createQuery("select * from custom_field where id = :id")
                        .bind("id", id)
                        .map((row, context) -> CustomFields.map(row))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("custom-field", id));
    }

    /** @throws BusinessException INVALID with every violation */
    public CustomField create(FieldDefinition wanted) {
        lock();
        var others = definitions(wanted.object(), null);
        check(wanted, others);
        if (others.stream().anyMatch(other -> other.code().equals(wanted.code()))) {
            throw BusinessException.invalid("code", "already-used", wanted.code());
        }
        if (others.size() >= MAX_FIELDS) {
            throw BusinessException.invalid("code", "too-many", MAX_FIELDS);
        }
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into custom_field (object, code, type, position, active, definition)
                        values (:object, :code, :type, :position, :active, cast(:definition as jsonb)) returning id
                        """)
                .bind("object", wanted.object())
                .bind("code", wanted.code())
                .bind("type", wanted.type().name())
                .bind("position", wanted.position())
                .bind("active", wanted.active())
                .bind("definition", FieldJson.write(wanted))
                .mapTo(Long.class)
                .one());
        changed.fire(new FieldChanged(id, false, wanted.type() == FieldType.COMPUTED));
        return get(id);
    }

    /**
     * Replaces a definition. Code, object and type stay; options that are in use can only be deactivated.
     *
     * @throws BusinessException INVALID; STALE when somebody else has changed it since
     */
    public CustomField update(long id, long version, FieldDefinition wanted) {
        lock();
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
        write(id, version, wanted);
        changed.fire(new FieldChanged(
                id, before.searchable() != wanted.searchable(), !Objects.equals(before.formula(), wanted.formula())));
        return get(id);
    }

    private void write(long id, long version, FieldDefinition wanted) {
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update custom_field set version = version + 1, type = :type, position = :position, active = :active,
                               definition = cast(:definition as jsonb)
                        where id = :id and version = :version
                        """)
                .bind("type", wanted.type().name())
                .bind("position", wanted.position())
                .bind("active", wanted.active())
                .bind("definition", FieldJson.write(wanted))
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("custom-field", id);
        }
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
        lock();
        var now = get(id);
        if (now.version() != version) {
            throw BusinessException.stale("custom-field", id);
        }
        var from = now.definition();
        if (type == null
                || !DefinitionRules.CHANGES.getOrDefault(from.type(), Set.of()).contains(type)) {
            throw BusinessException.invalid("type", "unsafe-type-change", from.type());
        }
        var to = retyped(from, type);
        var table = fields.owner(from.object()).table();
        var outcome = db.call(handle -> convert(handle, table, from, to, dryRun));
        if (!dryRun) {
            if (outcome.lossy() > 0 && !acceptLoss) {
                throw new BusinessException(Kind.REFUSED, "custom-field-lossy", outcome.lossy());
            }
            write(id, version, to);
            changed.fire(new FieldChanged(id, from.searchable(), false));
        }
        return outcome;
    }

    /** The types that a type can be changed to. */
    @PermitAll
    public Set<FieldType> reachable(FieldType type) {
        return DefinitionRules.CHANGES.getOrDefault(type, Set.of());
    }

    private static TypeChange convert(
            Handle handle, String table, FieldDefinition from, FieldDefinition to, boolean dryRun) {
        long values = 0;
        long lossy = 0;
        long last = -1;
        record Row(long id, Object value) {}
        while (true) {
            var rows = handle.createQuery("select id, custom from " + table
                            + " where id > :last and (custom -> :code) is not null order by id limit 1000")
                    .bind("last", last)
                    .bind("code", from.code())
                    .map((row, context) -> new Row(
                            row.getLong("id"),
                            FieldJson.values(row.getString("custom")).get(from.code())))
                    .list();
            if (rows.isEmpty()) {
                return new TypeChange(to.type(), values, lossy);
            }
            var batch = handle.prepareBatch("update " + table
                    + " set custom = case when :value::jsonb = 'null' then custom - :code"
                    + " else jsonb_set(custom, array[:code], :value::jsonb) end where id = :id");
            for (var row : rows) {
                var taken = converted(to, row.value());
                values++;
                lossy += CustomFields.text(taken).equals(CustomFields.text(row.value())) ? 0 : 1;
                batch.bind("value", FieldJson.write(taken))
                        .bind("code", from.code())
                        .bind("id", row.id())
                        .add();
            }
            last = rows.get(rows.size() - 1).id();
            if (!dryRun) {
                batch.execute();
            }
        }
    }

    private static Object converted(FieldDefinition to, Object value) {
        Object raw = value instanceof List<?> several && !to.type().isSeveral() ? several.get(0) : value;
        try {
            return FieldValues.accept(to, to.type().isText() ? CustomFields.text(raw) : raw, raw);
        } catch (FieldValues.Wrong e) {
            return null;
        }
    }

    private static FieldDefinition retyped(FieldDefinition f, FieldType type) {
        boolean limits = f.type().isText() == type.isText() && type != FieldType.RATING;
        return new FieldDefinition(
                f.object(),
                f.code(),
                type,
                f.labelFr(),
                f.labelEn(),
                f.helpFr(),
                f.helpEn(),
                f.options(),
                null,
                null,
                null,
                null,
                limits ? f.min() : null,
                limits ? f.max() : null,
                type.isText() ? f.pattern() : null,
                f.required(),
                f.unique() && !type.isSeveral(),
                f.group(),
                f.block(),
                f.width(),
                f.position(),
                f.listed(),
                f.filterable(),
                f.searchable(),
                f.importable(),
                f.exportable(),
                f.personal(),
                f.tierTypes(),
                f.visible(),
                f.requiredWhen(),
                f.readOnlyWhen(),
                f.whenHidden(),
                f.active());
    }

    /**
     * Deletes a field: it can be taken back for 30 days, then it is gone with its values.
     *
     * @throws BusinessException CONFLICT {@code custom-field-needed} naming the fields that need it
     */
    public void archive(long id, long version) {
        lock();
        var field = get(id);
        var needed = DefinitionRules.dependants(
                field.code(), definitions(field.definition().object(), id));
        if (!needed.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "custom-field-needed", needed, field.code());
        }
        mark(id, version, "archived_at = :now, archived_by = :by");
    }

    /** Takes a deleted field back, with the values it had. */
    public CustomField restore(long id, long version) {
        mark(id, version, "archived_at = null, archived_by = null");
        return get(id);
    }

    private void mark(long id, long version, String what) {
        get(id);
        int updated = db.call(handle -> {
            var update = handle.createUpdate("update custom_field set version = version + 1, " + what
                            + " where id = :id and version = :version")
                    .bind("id", id)
                    .bind("version", version);
            if (what.contains(":now")) {
                update.bind("now", clock.instant()).bind("by", callers.current().login());
            }
            return update.execute();
        });
        if (updated == 0) {
            throw BusinessException.stale("custom-field", id);
        }
        changed.fire(new FieldChanged(id, true, false));
    }

    /** Every night: what was deleted 30 days ago goes, with its values. */
    @Schedule(hour = "3", minute = "41", persistent = false)
    void purge() {
        var gone = db.call(handle -> handle.createQuery("select * from custom_field where archived_at < :oldest")
                .bind("oldest", clock.instant().minus(KEPT))
                .map((row, context) -> CustomFields.map(row))
                .list());
        for (var field : gone) {
            var table = fields.owner(field.definition().object()).table();
            db.run(handle -> {
                handle.createUpdate(
                                "update " + table + " set custom = custom - :code where (custom -> :code) is not null")
                        .bind("code", field.code())
                        .execute();
                handle.execute("drop index if exists " + FieldIndexes.name(field.definition()));
                handle.execute("delete from custom_field where id = ?", field.id());
            });
        }
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
        refuseCircle(wanted, others);
    }

    /** A computed field must not be made of itself, by whatever way. */
    private static void refuseCircle(FieldDefinition wanted, List<FieldDefinition> others) {
        if (wanted.type() != FieldType.COMPUTED) {
            return;
        }
        var parts = new LinkedHashMap<String, Set<String>>();
        others.stream()
                .filter(other -> other.type() == FieldType.COMPUTED)
                .forEach(other ->
                        parts.put(other.code(), Formula.parse(other.formula()).codes()));
        var open = new ArrayList<>(Formula.parse(wanted.formula()).codes());
        for (int i = 0; i < open.size() && i < MAX_FIELDS * 2; i++) {
            if (open.get(i).equals(wanted.code())) {
                throw BusinessException.invalid("formula", "formula-circle");
            }
            parts.getOrDefault(open.get(i), Set.of()).stream()
                    .filter(code -> !open.contains(code))
                    .forEach(open::add);
        }
    }

    private List<FieldDefinition> definitions(String object, Long without) {
        return fields.everIn(object).stream()
                .filter(field -> without == null || field.id() != without)
                .map(CustomField::definition)
                .toList();
    }

    /** Definitions lean on each other: one administrator at a time. */
    private void lock() {
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('custom_field'))"));
    }
}
