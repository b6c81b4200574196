package fr.tiers.job;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A part of a job's work: the rows of a table between two ids.
 *
 * @param toId inclusive
 * @param count how many of them there are to do
 */
public record IdRange(long fromId, long toId, long count) {

    /** From columns {@code from_id}, {@code to_id} and {@code count}. */
    public static IdRange of(ResultSet row) throws SQLException {
        return new IdRange(row.getLong("from_id"), row.getLong("to_id"), row.getLong("count"));
    }
}
