package fr.tiers.letter;

import fr.tiers.kernel.Db;
import fr.tiers.mail.MailFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the mails to the contacts of a tier; decides nothing. */
final class LetterQuery {

    /** A tier rarely has more. */
    static final int MOST = 500;

    private final Db db;
    private final MailFiles files;

    LetterQuery(Db db) {
        this.db = db;
        this.files = new MailFiles(db, "outbox", "mail_id");
    }

    /** @param ids null for all */
    List<LetterView> mails(long tierId, List<Long> ids) {
        return db.call(handle -> {
            var query = handle.createQuery(
                    """
                    select m.*, e.id as event_id, e.author, e.contact_id, concat_ws(' ', c.first_name, c.last_name) as contact_name
                    from outbox_mail m
                    left join event e on e.id = case when m.purpose = :purpose then m.reference::bigint end
                    left join contact c on c.id = e.contact_id
                    where m.tier_id = :tier and m.purpose = :purpose %s
                    order by m.id desc limit :limit
                    """
                            .formatted(ids == null ? "" : "and m.id = any(:ids)"));
            if (ids != null) {
                query.bindArray("ids", Long.class, ids);
            }
            return query.bind("tier", tierId)
                    .bind("purpose", Letters.PURPOSE)
                    .bind("limit", MOST)
                    .map((row, context) -> view(row))
                    .list();
        });
    }

    private LetterView view(ResultSet row) throws SQLException {
        var sentAt = row.getTimestamp("sent_at");
        long id = row.getLong("id");
        return new LetterView(
                id,
                row.getObject("event_id", Long.class),
                row.getObject("contact_id", Long.class),
                row.getString("contact_name"),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                row.getString("html"),
                row.getString("author"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getTimestamp("created_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                files.rows(id));
    }
}
