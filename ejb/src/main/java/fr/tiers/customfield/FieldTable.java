package fr.tiers.customfield;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of custom_field. */
final class FieldTable {

    private final Db db;

    FieldTable(Db db) {
        this.db = db;
    }

    /** All fields of an object in their order, archived ones last. */
    List<CustomField> everIn(String object, FieldSight sight) {
        if (object == null || object.indexOf('\0') >= 0) {
            // PostgreSQL takes no NUL, not even to look for it
            return List.of();
        }
        return db.steady(List.of("fields", object, sight), handle -> handle.createQuery(
                        "select * from custom_field where object = :object order by archived_at is not null, position, code")
                .bind("object", object)
                .map((row, context) -> map(row, sight))
                .list());
    }

    Optional<CustomField> find(long id) {
        return db.call(handle -> handle.createQuery("select * from custom_field where id = :id")
                .bind("id", id)
                .map((row, context) -> map(row, FieldSight.ALL))
                .findOne());
    }

    List<CustomField> archivedBefore(Instant moment) {
        return db.call(handle -> handle.createQuery("select * from custom_field where archived_at < :oldest")
                .bind("oldest", moment)
                .map((row, context) -> map(row, FieldSight.ALL))
                .list());
    }

    long insert(FieldDefinition wanted) {
        return db.call(handle -> handle.createQuery(
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
    }

    /** @throws BusinessException STALE when somebody else has changed it since */
    void update(long id, long version, FieldDefinition wanted) {
        stillThere(id, db.call(handle -> handle.createUpdate(
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
                .execute()));
    }

    /**
     * @param moment null takes it back
     * @throws BusinessException STALE when somebody else has changed it since
     */
    void archive(long id, long version, Instant moment, String by) {
        stillThere(id, db.call(handle -> handle.createUpdate(
                        """
                                update custom_field set version = version + 1, archived_at = :moment, archived_by = :by
                                where id = :id and version = :version
                                """)
                .bind("moment", moment)
                .bind("by", by)
                .bind("id", id)
                .bind("version", version)
                .execute()));
    }

    private static void stillThere(long id, int updated) {
        if (updated == 0) {
            throw BusinessException.stale("custom-field", id);
        }
    }

    /**
     * Writes down what the rights of an object's fields come to.
     *
     * @return ids of the fields that some may no longer see, or that everybody sees again
     */
    List<Long> settleRights(String object) {
        var fields = everIn(object, FieldSight.ALL);
        var rights =
                FieldViewers.of(fields.stream().map(CustomField::definition).toList());
        return fields.stream()
                .filter(field -> settle(field.id(), rights.get(field.code())))
                .map(CustomField::id)
                .toList();
    }

    /** @return whether it was for all and no longer is, or the other way round */
    private boolean settle(long id, FieldViewers.Effective rights) {
        return db.call(handle -> {
            boolean turned = handle.createQuery("select (viewers is null) <> :all from custom_field where id = :id")
                    .bind("all", rights.viewers() == null)
                    .bind("id", id)
                    .mapTo(Boolean.class)
                    .one();
            handle.createUpdate(
                            """
                            update custom_field set viewers = case when :all then null else cast(:viewers as text[]) end, api = :api
                            where id = :id
                            """)
                    .bind("all", rights.viewers() == null)
                    .bindArray("viewers", String.class, rights.viewers() == null ? List.of() : rights.viewers())
                    .bind("api", rights.api())
                    .bind("id", id)
                    .execute();
            return turned;
        });
    }

    /** Notes what has to follow a change. */
    void due(long id, boolean searchWords, boolean compute) {
        db.run(handle -> handle.createUpdate(
                        """
                        update custom_field set changes = changes + 1, words_due = words_due or :words, compute_due = compute_due or :compute
                        where id = :id
                        """)
                .bind("id", id)
                .bind("words", searchWords)
                .bind("compute", compute)
                .execute());
    }

    /** @return ids of the fields whose last change has not been followed by index, words and computed values yet */
    List<Long> unsettled() {
        return db.call(handle -> handle.createQuery("select id from custom_field where settled < changes order by id")
                .mapTo(Long.class)
                .list());
    }

    void delete(long id) {
        db.run(handle -> handle.execute("delete from custom_field where id = ?", id));
    }

    /** No definition changes while values are checked and saved, and the other way round; values do not wait for each other. */
    void lockForValues() {
        db.steady(
                "fields.locked",
                handle -> handle.execute("select pg_advisory_xact_lock_shared(hashtext('custom_field'))"));
    }

    /** Definitions lean on each other: one administrator at a time. */
    void lock() {
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('custom_field'))"));
    }

    static CustomField map(ResultSet row, FieldSight sight) throws SQLException {
        var definition = FieldJson.definition(row.getString("definition"));
        var viewers = row.getArray("viewers");
        return new CustomField(
                row.getLong("id"),
                row.getLong("version"),
                definition,
                instant(row.getTimestamp("archived_at")),
                row.getString("index_state"),
                sight.conceals(viewers == null ? null : List.of((String[]) viewers.getArray()), row.getBoolean("api")),
                sight.locks(definition));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
