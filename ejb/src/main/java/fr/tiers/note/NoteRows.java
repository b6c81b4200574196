package fr.tiers.note;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How notes are read, and the one condition that keeps private notes from everybody but their author. */
final class NoteRows {

    /** The caller's id is bound as {@code viewer}; nobody has the id 0. */
    static final String VISIBLE = "(not n.private or n.author_id = :viewer)";

    static final String SELECT =
            """
            select n.*, u.login as author from note n join tier t on t.id = n.tier_id join app_user u on u.id = n.author_id
            """;

    private NoteRows() {}

    static NoteView view(ResultSet row) throws SQLException {
        return new NoteView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("tier_id"),
                row.getBoolean("private") ? NoteCommand.PRIVATE : NoteCommand.PUBLIC,
                row.getBoolean("pinned"),
                row.getString("body"),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("updated_by"),
                row.getTimestamp("updated_at").toInstant());
    }
}
