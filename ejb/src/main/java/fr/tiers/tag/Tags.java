package fr.tiers.tag;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** The tags themselves: everybody reads them, those whom the setting names manage them. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, MARKETING})
public class Tags {

    private static final String SELECT =
            """
            select t.*, array(select s.object from tag_scope s where s.tag_id = t.id order by s.object) as scopes from tag t
            """;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    TagRights rights;

    @Inject
    @Any
    Instance<TagUse> uses;

    /** A tag at its place in the tree. */
    public record Node(Tag tag, int depth) {}

    @PermitAll
    public List<Tag> all() {
        return db.call(handle -> handle.createQuery(SELECT + "order by t.label_key")
                .map((row, context) -> map(row))
                .list());
    }

    /**
     * @param ids SQL that selects the ids of tags for {@code :of}; never from outside
     * @return by label
     */
    @PermitAll
    public List<Tag> chosen(String ids, long of) {
        return db.call(handle -> handle.createQuery(SELECT + "where t.id in (" + ids + ") order by t.label_key")
                .bind("of", of)
                .map((row, context) -> map(row))
                .list());
    }

    /** The tree from above, siblings by label. */
    @PermitAll
    public List<Node> tree() {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive below as (
                            select id, 0 as depth, array[label_key] as path from tag where parent_id is null
                            union all select c.id, b.depth + 1, b.path || c.label_key from tag c join below b on c.parent_id = b.id)
                        select t.*, b.depth, array(select s.object from tag_scope s where s.tag_id = t.id order by s.object) as scopes
                        from below b join tag t on t.id = b.id order by b.path, t.id
                        """)
                .map((row, context) -> new Node(map(row), row.getInt("depth")))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public Tag get(long id) {
        return db.call(handle -> handle.createQuery(SELECT + "where t.id = :id")
                        .bind("id", id)
                        .map((row, context) -> map(row))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("tag", id));
    }

    /** Active tags of an object whose label holds these letters, beginnings first. */
    @PermitAll
    public List<Tag> suggest(String object, String typed, int limit) {
        return db.call(handle -> handle.createQuery(
                        SELECT
                                + """
                                where t.active and exists (select 1 from tag_scope s where s.tag_id = t.id and s.object = :object)
                                  and position(fold(:typed) in t.label_key) > 0
                                order by starts_with(t.label_key, fold(:typed)) desc, t.label_key limit :limit
                                """)
                .bind("object", object)
                .bind("typed", typed == null ? "" : typed.replace("\0", "").strip())
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list());
    }

    @PermitAll
    public Optional<Tag> find(String object, String label) {
        return db.call(handle -> handle.createQuery(SELECT
                        + "join tag_scope k on k.tag_id = t.id where k.object = :object and k.label_key = fold(:label)")
                .bind("object", object)
                .bind("label", label)
                .map((row, context) -> map(row))
                .findOne());
    }

    /**
     * The tag of a label, created when there is none and the caller may publish.
     *
     * @param field whose violation a refusal is
     * @throws BusinessException INVALID for a label that is none, an inactive tag, or a new one without the right to publish
     */
    @PermitAll
    public Tag publish(String field, String object, String label) {
        var command = wanted(object, label);
        return known(field, object, command).orElseGet(() -> insert(command));
    }

    /**
     * What {@link #publish} would hang on, with the same refusals, but nothing is created.
     *
     * @return the label, as it is written already where the tag exists
     */
    @PermitAll
    public String admit(String field, String object, String label) {
        var command = wanted(object, label);
        return known(field, object, command).map(Tag::label).orElse(command.label());
    }

    private static TagCommand wanted(String object, String label) {
        return new TagCommand(label, null, null, List.of(object), true);
    }

    private Optional<Tag> known(String field, String object, TagCommand command) {
        if (command.label() == null || command.label().length() > TagCommand.MAX_LABEL) {
            throw BusinessException.invalid(field, "too-long", TagCommand.MAX_LABEL);
        }
        if (!TagCommand.isLabel(command.label())) {
            throw BusinessException.invalid(field, "control-character");
        }
        var known = find(object, command.label());
        if (known.isEmpty() && !rights.mayPublish()) {
            throw BusinessException.invalid(field, "unknown-reference", command.label());
        }
        if (known.isPresent() && !known.get().active()) {
            throw BusinessException.invalid(field, "tag-inactive", known.get().label());
        }
        return known;
    }

    /** @throws BusinessException INVALID; FORBIDDEN for somebody who does not manage tags */
    public Tag create(TagCommand command) {
        rights.requireManager();
        check(null, command);
        return insert(command);
    }

    private Tag insert(TagCommand command) {
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into tag (label, colour, parent_id, active, created_by, created_at)
                        values (:label, :colour, :parent, :active, :by, :now) returning id
                        """)
                .bindMethods(command)
                .bind("by", callers.current().login())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        scope(id, command);
        return get(id);
    }

    /** @throws BusinessException INVALID; STALE when somebody else has changed it since */
    public Tag update(long id, long version, TagCommand command) {
        rights.requireManager();
        var before = get(id);
        check(id, command);
        requireNoneLeftOver(before, command);
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update tag set version = version + 1, label = :label, colour = :colour, parent_id = :parent, active = :active
                        where id = :id and version = :version
                        """)
                .bindMethods(command)
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("tag", id);
        }
        db.run(handle -> handle.execute("delete from tag_scope where tag_id = ?", id));
        scope(id, command);
        return get(id);
    }

    /** What wears a tag must be able to: its kind stays among those the tag is for. */
    private void requireNoneLeftOver(Tag before, TagCommand command) {
        var kept = command.scopes() == null ? objects() : command.scopes();
        var counts = counts(before.id());
        before.scopes().stream()
                .filter(object -> !kept.contains(object) && counts.getOrDefault(object, 0L) > 0)
                .findFirst()
                .ifPresent(object -> {
                    throw BusinessException.invalid("scopes", "tag-worn", counts.get(object));
                });
    }

    private void scope(long id, TagCommand command) {
        var scopes = command.scopes() == null ? objects() : new TreeSet<>(command.scopes());
        db.run(handle -> handle.createUpdate(
                        "insert into tag_scope (tag_id, object, label_key) select :id, unnest(:scopes), fold(:label)")
                .bind("id", id)
                .bindArray("scopes", String.class, List.copyOf(scopes))
                .bind("label", command.label())
                .execute());
    }

    /**
     * Everything that wears the one wears the other instead, tags below it move along, and the one is gone.
     *
     * @throws BusinessException INVALID on {@code into}
     */
    public Tag merge(long id, long into) {
        rights.requireManager();
        lock();
        var from = get(id);
        if (id == into || !exists(into)) {
            throw BusinessException.invalid("into", "unknown-reference", into);
        }
        if (isAbove(id, into)) {
            throw BusinessException.invalid("into", "tag-circle");
        }
        requireNoThird(from, get(into));
        for (var use : uses()) {
            use.merged(id, into, reattach(use.table(), id, into));
        }
        db.run(handle -> {
            handle.execute("update tag set version = version + 1, parent_id = ? where parent_id = ?", into, id);
            handle.execute("delete from tag where id = ?", id);
            // what the one could be hung on, the other can now too
            handle.createUpdate(
                            """
                            insert into tag_scope (tag_id, object, label_key)
                            select t.id, o.object, t.label_key from tag t, unnest(:scopes) as o (object) where t.id = :into
                            on conflict do nothing
                            """)
                    .bindArray("scopes", String.class, from.scopes())
                    .bind("into", into)
                    .execute();
            handle.execute("update tag set version = version + 1 where id = ?", into);
        });
        return get(into);
    }

    /** What the one could be hung on, the other must be able to: no third tag may have its word there. */
    private void requireNoThird(Tag from, Tag into) {
        for (var object : from.scopes()) {
            if (find(object, into.label())
                    .filter(other -> other.id() != into.id() && other.id() != from.id())
                    .isPresent()) {
                throw BusinessException.invalid("into", "already-used", into.label());
            }
        }
    }

    /** @return ids of the objects that wore the one */
    private List<Long> reattach(TagTable table, long from, long into) {
        return db.call(handle -> {
            handle.createUpdate(
                            """
                            insert into %1$s (%2$s, tag_id) select %2$s, :into from %1$s where tag_id = :from
                            on conflict do nothing
                            """
                                    .formatted(table.name(), table.owner()))
                    .bind("from", from)
                    .bind("into", into)
                    .execute();
            return handle.createQuery(
                            "delete from %s where tag_id = :from returning %s".formatted(table.name(), table.owner()))
                    .bind("from", from)
                    .mapTo(Long.class)
                    .list();
        });
    }

    /** @throws BusinessException CONFLICT {@code tag-in-use}: deactivate it instead */
    public void delete(long id, long version) {
        rights.requireManager();
        if (get(id).version() != version) {
            throw BusinessException.stale("tag", id);
        }
        var below = db.call(handle -> handle.createQuery("select exists (select 1 from tag where parent_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
        if (below || count(id) > 0) {
            throw new BusinessException(Kind.CONFLICT, "tag-in-use", get(id).label());
        }
        db.run(handle -> handle.execute("delete from tag where id = ?", id));
    }

    /** How many objects wear a tag, whatever they are. */
    @PermitAll
    public long count(long id) {
        return counts(id).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many objects of each kind wear a tag; kinds of which none does are left out. */
    @PermitAll
    public Map<String, Long> counts(long id) {
        return counted(" where tag_id = " + id).getOrDefault(id, Map.of());
    }

    /** The same of all tags that are worn, by their ids. */
    @PermitAll
    public Map<Long, Map<String, Long>> allCounts() {
        return counted("");
    }

    private Map<Long, Map<String, Long>> counted(String which) {
        var sql = uses().stream()
                .map(TagUse::table)
                .map(table -> "select tag_id, '%s' as object, count(*) as number from %s%s group by tag_id"
                        .formatted(table.object(), table.name(), which))
                .collect(Collectors.joining(" union all "));
        var counts = new HashMap<Long, Map<String, Long>>();
        db.run(handle -> handle.createQuery(sql)
                .map((row, context) ->
                        Map.entry(row.getLong("tag_id"), Map.entry(row.getString("object"), row.getLong("number"))))
                .forEach(count -> counts.computeIfAbsent(count.getKey(), tag -> new TreeMap<>())
                        .put(count.getValue().getKey(), count.getValue().getValue())));
        return counts;
    }

    /** @return path of the page that lists the objects of a kind with a tag, up to its label; null when there is none */
    @PermitAll
    public String list(String object) {
        return uses().stream()
                .filter(use -> use.object().equals(object))
                .map(TagUse::list)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The objects that can wear tags. */
    @PermitAll
    public Set<String> objects() {
        return uses().stream().map(TagUse::object).collect(Collectors.toCollection(TreeSet::new));
    }

    @PermitAll
    public boolean mayManage() {
        return rights.mayManage();
    }

    @PermitAll
    public boolean mayPublish() {
        return rights.mayPublish();
    }

    List<TagUse> uses() {
        return uses.stream().toList();
    }

    private void check(Long id, TagCommand command) {
        command.check(objects());
        lock();
        var scopes = command.scopes() == null ? objects() : command.scopes();
        for (var object : scopes) {
            if (find(object, command.label())
                    .filter(other -> id == null || other.id() != id)
                    .isPresent()) {
                throw BusinessException.invalid("label", "already-used", command.label());
            }
        }
        if (command.parent() != null && !exists(command.parent())) {
            throw BusinessException.invalid("parent", "unknown-reference", command.parent());
        }
        if (command.parent() != null && id != null && (command.parent().equals(id) || isAbove(id, command.parent()))) {
            throw BusinessException.invalid("parent", "tag-circle");
        }
    }

    /** Two managers who move tags at once could close a circle together. */
    private void lock() {
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('tag.tree'))"));
    }

    private boolean exists(long id) {
        return db.call(handle -> handle.createQuery("select exists (select 1 from tag where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private boolean isAbove(long upper, long lower) {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive above as (
                            select parent_id from tag where id = :lower
                            union select t.parent_id from tag t join above a on t.id = a.parent_id)
                        select exists (select 1 from above where parent_id = :upper)
                        """)
                .bind("lower", lower)
                .bind("upper", upper)
                .mapTo(Boolean.class)
                .one());
    }

    private static Tag map(ResultSet row) throws SQLException {
        return new Tag(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("label"),
                row.getString("colour"),
                row.getObject("parent_id", Long.class),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getBoolean("active"));
    }
}
