package fr.tiers.note;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/**
 * Notes on a tier. A private note exists for its author alone, whatever role somebody else has: it is in no list, no count, no search and
 * no change log, and announces no change. To share it is an act of its author that cannot be taken back.
 */
@Stateless
@PermitAll
public class Notes {

    /** May put right and delete public notes of others. */
    private static final Role[] KEEPERS = {Role.ADMINISTRATOR, Role.SALES_MANAGER, Role.ASSISTANT};

    private static final int MAX_PINNED_SHOWN = 5;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** Where a page ends: pinned ones first, then the latest. */
    private record Place(boolean pinned, Instant at, long id) {

        private static final Place START = new Place(true, Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

        static Place parse(String after) {
            if (after == null) {
                return START;
            }
            var cursor = Cursor.decode(after);
            try {
                if (cursor.key().matches("[01] .{1,40}")) {
                    var at = Instant.parse(cursor.key().substring(2));
                    if (!at.isAfter(START.at()) && at.isAfter(Instant.EPOCH)) {
                        return new Place(cursor.key().charAt(0) == '1', at, cursor.id());
                    }
                }
            } catch (DateTimeException e) {
                // not ours: refused below like any other foreign text
            }
            throw BusinessException.invalid("after", "cursor-invalid");
        }

        static String after(NoteView note) {
            return new Cursor((note.pinned() ? "1 " : "0 ") + note.createdAt(), note.id()).encode();
        }
    }

    /** @return pinned ones first, then the latest */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public Slice<NoteView> ofTier(long tierId, String after, int limit) {
        access.requireVisible(tierId);
        var place = Place.parse(after);
        var rows = db.call(handle -> seen(handle.createQuery(NoteRows.SELECT
                        + " where n.tier_id = :tier and "
                        + NoteRows.VISIBLE
                        + " and (n.pinned, n.created_at, n.id) < (:pinned, :at, :after)"
                        + " order by n.pinned desc, n.created_at desc, n.id desc limit :limit"))
                .bind("tier", tierId)
                .bind("pinned", place.pinned())
                .bind("at", Timestamp.from(place.at()))
                .bind("after", place.id())
                .bind("limit", limit + 1)
                .map((row, context) -> NoteRows.view(row))
                .list());
        var page = List.copyOf(rows.size() > limit ? rows.subList(0, limit) : rows);
        long total = db.call(handle -> seen(handle.createQuery(
                        "select count(*) from (select 1 from note n where n.tier_id = :tier and " + NoteRows.VISIBLE
                                + " limit :cap) capped"))
                .bind("tier", tierId)
                .bind("cap", Slice.COUNT_CAP + 1)
                .mapTo(Long.class)
                .one());
        return new Slice<>(
                page,
                rows.size() > limit ? Place.after(page.get(limit - 1)) : null,
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    /** What the summary of a record shows. */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public List<NoteView> pinned(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> seen(handle.createQuery(NoteRows.SELECT + " where n.tier_id = :tier and n.pinned and "
                        + NoteRows.VISIBLE + " order by n.created_at desc, n.id desc limit :limit"))
                .bind("tier", tierId)
                .bind("limit", MAX_PINNED_SHOWN)
                .map((row, context) -> NoteRows.view(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND also for somebody else's private note, and when its tier is not the caller's to see */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public NoteView get(long id) {
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> seen(visibility.bind(handle.createQuery(NoteRows.SELECT + " where n.id = :id and "
                                + NoteRows.VISIBLE + " and " + visibility.predicate("t"))))
                        .bind("id", id)
                        .map((row, context) -> NoteRows.view(row))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("note", id));
    }

    /** @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see */
    public NoteView add(long tierId, NoteCommand command) {
        access.requireEditable(tierId);
        command.check();
        var author = authors.current();
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into note (tier_id, author_id, private, pinned, body, created_at, updated_by, updated_at)
                        values (:tier, :author, :private, :pinned, :body, :now, :login, :now) returning id
                        """)
                .bind("tier", tierId)
                .bind("author", callers.current().userId())
                .bind("login", author.login())
                .bind("private", command.isPrivate())
                .bind("pinned", command.isPinned())
                .bind("body", command.body())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        if (!command.isPrivate()) {
            history.created(author, "note", id, tierId);
            touched.fire(new TierTouched(tierId));
        }
        return get(id);
    }

    /**
     * @throws BusinessException STALE; REFUSED {@code note-already-public} for a note that others have read; FORBIDDEN for the words of
     *     somebody else, unless the role keeps order
     */
    public NoteView update(long id, long version, NoteCommand command) {
        var before = get(id);
        access.requireEditable(before.tierId());
        command.check();
        if (command.isPrivate() && !before.secret()) {
            throw new BusinessException(Kind.REFUSED, "note-already-public");
        }
        if (!command.body().equals(before.body())) {
            requireKeeper(before);
        }
        boolean reworded = !command.body().equals(before.body());
        var author = authors.current();
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update note set version = version + 1, private = :private, pinned = :pinned, body = :body,
                               updated_by = case when :reworded then :login else updated_by end,
                               updated_at = case when :reworded then :now else updated_at end
                        where id = :id and version = :version
                        """)
                .bind("id", id)
                .bind("version", version)
                .bind("private", command.isPrivate())
                .bind("pinned", command.isPinned())
                .bind("body", command.body())
                .bind("reworded", reworded)
                .bind("login", author.login())
                .bind("now", clock.instant())
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("note", id);
        }
        var after = get(id);
        if (before.secret() && !after.secret()) {
            history.created(author, "note", id, before.tierId());
        } else if (!after.secret()) {
            history.updated(author, "note", id, before.tierId(), values(before), values(after));
        }
        if (!after.secret()) {
            touched.fire(new TierTouched(before.tierId()));
        }
        return after;
    }

    private static Map<String, Object> values(NoteView note) {
        return Map.of("body", note.body(), "pinned", note.pinned());
    }

    /** @throws BusinessException STALE; FORBIDDEN for the note of somebody else, unless the role keeps order */
    public void delete(long id, long version) {
        var note = get(id);
        access.requireEditable(note.tierId());
        requireKeeper(note);
        int deleted = db.call(handle -> handle.createUpdate("delete from note where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (deleted == 0) {
            throw BusinessException.stale("note", id);
        }
        if (!note.secret()) {
            history.deleted(authors.current(), "note", id, note.tierId(), NoteSearch.title(note.body()));
            touched.fire(new TierTouched(note.tierId()));
        }
    }

    /** Whether the caller wrote it, or has a role that keeps order. */
    public boolean mayReword(NoteView note) {
        var caller = callers.current();
        return caller.login().equals(note.author()) || caller.hasAny(KEEPERS);
    }

    private void requireKeeper(NoteView note) {
        if (!mayReword(note)) {
            throw new BusinessException(Kind.FORBIDDEN, "note-not-yours");
        }
    }

    private <S extends SqlStatement<S>> S seen(S statement) {
        return statement.bind("viewer", callers.current().userId());
    }
}
