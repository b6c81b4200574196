package fr.tiers.it;

import fr.tiers.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements past the application. */
public final class Sql {

    private final String url;

    Sql(String url) {
        this.url = url;
    }

    /** Reads one value from a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(Reader<T> reader, String sql, Object... parameters) {
        return with(sql, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    public List<String> texts(String sql, Object... parameters) {
        return list(row -> row.getString(1), sql, parameters);
    }

    public List<Long> numbers(String sql, Object... parameters) {
        return list(row -> row.getLong(1), sql, parameters);
    }

    /** The one value of a query, or of an {@code insert … returning}. */
    public long number(String sql, Object... parameters) {
        return numbers(sql, parameters).get(0);
    }

    public String text(String sql, Object... parameters) {
        return texts(sql, parameters).get(0);
    }

    public int update(String sql, Object... parameters) {
        return with(sql, parameters, PreparedStatement::executeUpdate);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedDatabase.NAME, EmbeddedDatabase.NAME);
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Object[] parameters, Work<T> work) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.in(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
