package fr.tiers.mail;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** The outbox as people see it: what was sent, what waits, what failed and why; and sending again. */
@Stateless
@RolesAllowed({ADMINISTRATOR, ACCOUNTING, SALES_MANAGER})
public class OutboxService {

    private static final Set<String> STATUSES = Set.of("PENDING", "SENDING", "SENT", "FAILED");

    private static final long LONGEST_SHOWN = 256 * 1024;

    private static final String COLUMNS =
            """
            m.id, m.purpose, m.reference, m.tier_id, t.name as tier_name, m.recipients, m.subject, m.status, m.attempts, m.next_try_at,
            m.last_error, m.created_at, m.sent_at, m.message_id, m.body, m.html, m.reply_to, m.calendar
            """;

    private final Db db;
    private final Clock clock;
    private final Callers callers;
    private final Event<MailEnqueued> enqueued;
    private final MailFiles files;

    protected OutboxService() {
        this(null, null, null, null);
    }

    @Inject
    public OutboxService(Db db, Clock clock, Callers callers, Event<MailEnqueued> enqueued) {
        this.db = db;
        this.clock = clock;
        this.callers = callers;
        this.enqueued = enqueued;
        this.files = new MailFiles(db);
    }

    /**
     * @param after the {@link Slice#next} of the page before, null for the first
     * @return newest first
     */
    public Slice<MailRow> search(MailFilter filter, String after, int limit) {
        if (filter.status() != null && !STATUSES.contains(filter.status())) {
            throw BusinessException.invalid("status", "unknown-value", filter.status());
        }
        var where = new MailConditions(filter, Visibility.of(callers.current()));
        var rows = db.call(handle -> where.bind(handle.createQuery(
                        "select " + COLUMNS + where.from() + " and m.id < :after order by m.id desc limit :limit"))
                .bind("after", cursor(after))
                .bind("limit", limit + 1)
                .map((row, context) -> row(row))
                .list());
        var total = db.call(handle -> where.bind(handle.createQuery(
                        "select count(*) from (select 1 " + where.from() + " limit " + (Slice.COUNT_CAP + 1) + ") c"))
                .mapTo(Long.class)
                .one());
        var page = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? String.valueOf(page.get(limit - 1).id()) : null;
        return new Slice<>(List.copyOf(page), next, Math.min(total, Slice.COUNT_CAP), total <= Slice.COUNT_CAP);
    }

    /** @throws BusinessException NOT_FOUND also for a mail about a tier that is not the caller's to see */
    public MailDetail read(long id) {
        var where = new MailConditions(MailFilter.ALL, Visibility.of(callers.current()));
        return db.call(handle -> where.bind(handle.createQuery("select " + COLUMNS + where.from() + " and m.id = :id"))
                        .bind("id", id)
                        .map((row, context) -> detail(row))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("mail", id));
    }

    /**
     * Makes the mail due now, whether it waits, has failed or was sent before (the recipient has lost it, say). The Message-ID stays the
     * same, so a mailbox that still holds it may show it once only.
     *
     * @throws BusinessException NOT_FOUND; CONFLICT {@code mail-sending} when it is being sent this very moment
     */
    public void resend(long id) {
        read(id);
        var due = db.call(handle -> handle.createUpdate(
                        "update outbox_mail set status = 'PENDING', next_try_at = :now where id = :id and status <> 'SENDING'")
                .bind("id", id)
                .bind("now", clock.instant())
                .execute());
        if (due == 0) {
            throw new BusinessException(Kind.CONFLICT, "mail-sending", id);
        }
        enqueued.fire(new MailEnqueued(id));
    }

    /**
     * Makes every failed mail due now: after a wrong setting of the mail server was put right.
     *
     * @return how many
     */
    @RolesAllowed(ADMINISTRATOR)
    public int resendFailed() {
        var due = db.call(handle -> handle.createUpdate(
                        "update outbox_mail set status = 'PENDING', next_try_at = :now where status = 'FAILED'")
                .bind("now", clock.instant())
                .execute());
        if (due > 0) {
            enqueued.fire(new MailEnqueued(0));
        }
        return due;
    }

    /** The part of the query that list, count and read share. */
    private record MailConditions(MailFilter filter, Visibility visibility) {

        /** Mails about no tier are for those who see all tiers: the predicate on a missing tier is not true. */
        String from() {
            return " from outbox_mail m left join tier t on t.id = m.tier_id where " + visibility.predicate("t")
                    + (filter.status() == null ? "" : " and m.status = :status")
                    + (filter.purpose() == null ? "" : " and m.purpose = :purpose")
                    + (filter.tier() == null ? "" : " and m.tier_id = :tier");
        }

        <S extends SqlStatement<S>> S bind(S statement) {
            visibility.bind(statement);
            if (filter.status() != null) {
                statement.bind("status", filter.status());
            }
            if (filter.purpose() != null) {
                statement.bind("purpose", filter.purpose());
            }
            if (filter.tier() != null) {
                statement.bind("tier", filter.tier());
            }
            return statement;
        }
    }

    private static long cursor(String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
    }

    private static MailRow row(ResultSet row) throws SQLException {
        return new MailRow(
                row.getLong("id"),
                row.getString("purpose"),
                row.getString("reference"),
                row.getObject("tier_id", Long.class),
                row.getString("tier_name"),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                row.getString("status"),
                row.getInt("attempts"),
                instant(row.getTimestamp("next_try_at")),
                row.getString("last_error"),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("sent_at")));
    }

    private MailDetail detail(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var all = files.rows(id);
        return new MailDetail(
                row(row),
                row.getString("message_id"),
                row.getString("body"),
                row.getString("html"),
                row.getString("reply_to"),
                row.getString("calendar"),
                shown(id, all),
                all);
    }

    /** Only what is known to be UTF-8. */
    private AttachedText shown(long id, List<MailFileRow> all) {
        if (all.isEmpty()
                || all.get(0).size() > LONGEST_SHOWN
                || !all.get(0).type().endsWith("; charset=UTF-8")) {
            return null;
        }
        var first = all.get(0);
        try (var in = files.file(id, first).content().open()) {
            return new AttachedText(
                    first.name(),
                    first.type().replaceFirst(";.*", ""),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One of the files of a mail.
     *
     * @throws BusinessException NOT_FOUND also for a mail about a tier that is not the caller's to see
     */
    public MailFile file(long id, int position) {
        return read(id).files().stream()
                .filter(row -> row.position() == position)
                .findFirst()
                .map(row -> files.file(id, row))
                .orElseThrow(() -> BusinessException.notFound("mail-file", position));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
