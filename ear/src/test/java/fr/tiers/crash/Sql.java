package fr.tiers.crash;

import fr.tiers.launcher.EmbeddedDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database seen from outside, past the application: what it says there is committed. */
final class Sql {

    private final EmbeddedDatabase database;

    Sql(EmbeddedDatabase database) {
        this.database = database;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    int update(String sql, Object... values) throws SQLException {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    long number(String sql, Object... values) throws SQLException {
        return Long.parseLong(text(sql, values));
    }

    /** The only column of the only row. */
    String text(String sql, Object... values) throws SQLException {
        var found = list(sql, values);
        if (found.size() != 1) {
            throw new SQLException(found.size() + " rows: " + sql);
        }
        return found.get(0);
    }

    /** The only column of every row. */
    List<String> list(String sql, Object... values) throws SQLException {
        return with(sql, values, statement -> {
            var found = new ArrayList<String>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    private <T> T with(String sql, Object[] values, Work<T> work) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.on(statement);
        }
    }
}
