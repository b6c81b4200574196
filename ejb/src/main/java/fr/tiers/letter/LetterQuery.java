package fr.tiers.letter;

import fr.tiers.kernel.Db;
import fr.tiers.mail.MailFileRow;
import fr.tiers.mail.MailFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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

    /** @return latest first */
    List<LetterView> latest(long tierId) {
        return mails(tierId, db.call(handle -> handle.createQuery(
                        "select id from outbox_mail where tier_id = :tier and purpose = :purpose order by id desc limit :limit")
                .bind("tier", tierId)
                .bind("purpose", Letters.PURPOSE)
                .bind("limit", MOST)
                .mapTo(Long.class)
                .list()));
    }

    Optional<LetterView> ofEvent(long tierId, long eventId) {
        return mails(tierId, db.call(handle -> handle.createQuery(
                                "select id from outbox_mail where purpose = :purpose and reference = :event")
                        .bind("purpose", Letters.PURPOSE)
                        .bind("event", String.valueOf(eventId))
                        .mapTo(Long.class)
                        .list()))
                .stream()
                .findFirst();
    }

    /** @return those of them that are about the tier, latest first */
    List<LetterView> mails(long tierId, List<Long> ids) {
        var attached = files.rows(ids);
        return db.call(handle -> handle.createQuery(
                        """
                        select m.*, e.id as event_id, e.author, e.contact_id, concat_ws(' ', c.first_name, c.last_name) as contact_name
                        from outbox_mail m
                        left join event e on e.id = case when m.purpose = :purpose then m.reference::bigint end
                        left join contact c on c.id = e.contact_id
                        where m.tier_id = :tier and m.purpose = :purpose and m.id = any(:ids)
                        order by m.id desc
                        """)
                .bindArray("ids", Long.class, ids)
                .bind("tier", tierId)
                .bind("purpose", Letters.PURPOSE)
                .map((row, context) -> view(row, attached.getOrDefault(row.getLong("id"), List.of())))
                .list());
    }

    private static LetterView view(ResultSet row, List<MailFileRow> files) throws SQLException {
        var sentAt = row.getTimestamp("sent_at");
        return new LetterView(
                row.getLong("id"),
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
                files);
    }
}
