package fr.tiers.customfield;

import fr.tiers.customfield.CustomFieldService.FieldChanged;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What follows the change of a definition and may take minutes on a million rows: the index, the words of the search, computed values.
 * Outside of any transaction, because an index is built beside the writers ({@code concurrently}); one field after the other, on one node.
 * The row of the field counts its changes and those that were followed, so nothing is forgotten when the server ends in between.
 */
@Singleton
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@AccessTimeout(-1) // whoever comes while an index is built waits
public class FieldIndexes {

    private static final Logger LOG = Logger.getLogger(FieldIndexes.class);
    private static final int PART = 2_000;

    @Resource(lookup = "java:jboss/datasources/TiersNonJtaDS")
    DataSource dataSource;

    @Inject
    CustomFields fields;

    /** Comes back at once. */
    @Asynchronous
    public void follow(FieldChanged change) {
        settle(change.id());
    }

    /** What a dead server, or one that was too busy, left undone. Every node asks, one does it. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void catchUp() {
        fields.table().unsettled().forEach(this::settle);
    }

    void settle(long id) {
        try (var connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtext('custom_field_settle'))")) {
                return; // another node is at it; what it does not see is found by the next look
            }
            try {
                // the server's usual limits are meant for requests; an index built beside them waits for the older ones
                // to end
                run(connection, "set statement_timeout = 0");
                run(connection, "set lock_timeout = 0");
                settle(connection, id);
            } finally {
                run(connection, "reset statement_timeout");
                run(connection, "reset lock_timeout");
                run(connection, "select pg_advisory_unlock(hashtext('custom_field_settle'))");
            }
        } catch (SQLException e) {
            LOG.errorf(e, "Custom field %d: index or search words could not be brought up to date", id);
        }
    }

    /** Until nothing has changed since it began. */
    private void settle(Connection connection, long id) throws SQLException {
        for (var due = due(connection, id); due != null; due = due(connection, id)) {
            var field = read(connection, id);
            index(connection, field);
            if (due.words()) {
                renew(connection, field);
            }
            if (due.compute()) {
                compute(connection, field);
            }
            settled(connection, id, due.changes());
        }
    }

    /** What is still to be done after so many changes. */
    private record Due(int changes, boolean words, boolean compute) {}

    private static Due due(Connection connection, long id) throws SQLException {
        try (var query = connection.prepareStatement(
                "select changes, words_due, compute_due from custom_field where id = ? and settled < changes")) {
            query.setLong(1, id);
            var row = query.executeQuery();
            return row.next() ? new Due(row.getInt(1), row.getBoolean(2), row.getBoolean(3)) : null;
        }
    }

    /** Unless it has changed again: then all is done once more. */
    private static void settled(Connection connection, long id, int changes) throws SQLException {
        try (var update = connection.prepareStatement(
                "update custom_field set settled = changes, words_due = false, compute_due = false where id = ? and changes = ?")) {
            update.setLong(1, id);
            update.setInt(2, changes);
            update.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Whether filter or sort need an index of their own; options and links are served by the one over all values. */
    static boolean isWanted(CustomField field) {
        var definition = field.definition();
        boolean filtered = definition.filterable()
                && (definition.type().isText() || definition.type().hasRange());
        return !field.isArchived()
                && definition.active()
                && definition.type() != FieldType.TEXT
                && definition.type() != FieldType.HTML
                && (filtered || definition.listed() && definition.type().isSortable());
    }

    static String name(FieldDefinition field) {
        return "\"custom_%s_%s\"".formatted(field.object().toLowerCase(java.util.Locale.ROOT), field.code());
    }

    private void index(Connection connection, CustomField field) throws SQLException {
        var name = name(field.definition());
        var table = fields.owner(field.definition().object()).table();
        try (var statement = connection.createStatement()) {
            // an older one may be of another type, or half built
            var wanted = FieldSql.order(field.definition(), "");
            if (isWanted(field) && isReady(connection, name) && !hasOtherType(connection, name, wanted)) {
                state(connection, field, "READY");
                return;
            }
            statement.execute("drop index concurrently if exists " + name);
            if (!isWanted(field)) {
                state(connection, field, "NONE");
                return;
            }
            state(connection, field, "BUILDING");
            statement.execute("create index concurrently " + name + " on " + table + " ((" + wanted + "), id)");
            statement.execute("analyze " + table);
            state(connection, field, "READY");
        } catch (SQLException e) {
            state(connection, field, "FAILED");
            throw e;
        }
    }

    private static boolean isReady(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement(
                "select 1 from pg_index where indexrelid = to_regclass(?) and indisvalid")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static boolean hasOtherType(Connection connection, String name, String wanted) throws SQLException {
        try (var query = connection.prepareStatement("select pg_get_indexdef(to_regclass(?))")) {
            query.setString(1, name);
            var result = query.executeQuery();
            result.next();
            var text = result.getString(1);
            return text.contains("numeric") != wanted.contains("numeric")
                    || text.contains("amount") != wanted.contains("amount");
        }
    }

    private static void state(Connection connection, CustomField field, String state) throws SQLException {
        try (var update = connection.prepareStatement("update custom_field set index_state = ? where id = ?")) {
            update.setString(1, state);
            update.setLong(2, field.id());
            update.executeUpdate();
        }
    }

    /** Lets the trigger look at each value again. */
    private void renew(Connection connection, CustomField field) throws SQLException {
        var table = fields.owner(field.definition().object()).table();
        rows(connection, table, field.code(), (ids, values) -> {
            try (var update =
                    connection.prepareStatement("update " + table + " set custom = custom where id = any(?)")) {
                update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                update.executeUpdate();
            }
        });
    }

    /** Computes anew what was saved with the older formula, or before there was one. */
    private void compute(Connection connection, CustomField field) throws SQLException {
        var table = fields.owner(field.definition().object()).table();
        var all = fields.inUse(field.definition().object());
        rows(connection, table, null, (ids, values) -> {
            try (var update = connection.prepareStatement(
                    "update " + table + " set custom = ?::jsonb where id = ? and custom = ?::jsonb")) {
                for (int i = 0; i < ids.size(); i++) {
                    var before = FieldJson.values(values.get(i));
                    Map<String, Object> after = new LinkedHashMap<>(before);
                    Formula.compute(all, after);
                    if (!after.equals(before)) {
                        update.setString(1, FieldJson.write(after));
                        update.setLong(2, ids.get(i));
                        update.setString(3, values.get(i));
                        update.addBatch();
                    }
                }
                update.executeBatch();
            }
        });
    }

    private interface Part {
        void work(List<Long> ids, List<String> values) throws SQLException;
    }

    /** @param code only rows with a value of it; null: with any */
    private static void rows(Connection connection, String table, String code, Part part) throws SQLException {
        long last = -1;
        var having = code == null ? "custom <> '{}'" : "(custom -> '" + code + "') is not null";
        while (true) {
            var ids = new java.util.ArrayList<Long>();
            var values = new java.util.ArrayList<String>();
            try (var query = connection.prepareStatement(
                    "select id, custom from " + table + " where id > ? and " + having + " order by id limit " + PART)) {
                query.setLong(1, last);
                var rows = query.executeQuery();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                    values.add(rows.getString(2));
                }
            }
            if (ids.isEmpty()) {
                return;
            }
            part.work(ids, values);
            last = ids.get(ids.size() - 1);
        }
    }

    private CustomField read(Connection connection, long id) throws SQLException {
        try (var query = connection.prepareStatement("select * from custom_field where id = ?")) {
            query.setLong(1, id);
            var row = query.executeQuery();
            return row.next() ? FieldTable.map(row, FieldSight.ALL) : null;
        }
    }
}
