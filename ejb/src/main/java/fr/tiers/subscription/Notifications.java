package fr.tiers.subscription;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.happening.HappeningCode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** The caller's own notifications. Of a tier that is no longer the caller's to see there is none. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class Notifications {

    /** The bell says "99+" beyond. */
    public static final int MOST = 100;

    private static final String FROM =
            " from notification n join happening h on h.id = n.happening_id join tier t on t.id = h.tier_id"
                    + " where n.user_id = :user and n.on_screen and %s";

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    Bells bells;

    /** @return how many are unread; counting stops at {@link #MOST} */
    public int unread() {
        var caller = callers.current();
        return (int) count(caller, true, MOST);
    }

    private long count(Caller caller, boolean unreadOnly, int cap) {
        var sight = Sight.of(caller);
        var sql = "select count(*) from (select 1" + FROM.formatted(sight.predicate())
                + (unreadOnly ? " and n.read_at is null" : "") + " limit :cap) capped";
        return db.call(handle -> sight.bind(handle.createQuery(sql))
                .bind("user", caller.userId())
                .bind("cap", cap)
                .mapTo(Long.class)
                .one());
    }

    /**
     * @param before id of the last one shown; {@link Long#MAX_VALUE} for the latest
     * @param language fr or en; null for the caller's own
     * @return latest first
     */
    public Slice<NotificationView> page(boolean unreadOnly, long before, int limit, String language) {
        var caller = callers.current();
        var rows = latest(unreadOnly, before, limit + 1, language);
        var items = List.copyOf(rows.size() > limit ? rows.subList(0, limit) : rows);
        long total = count(caller, unreadOnly, Slice.COUNT_CAP + 1);
        return new Slice<>(
                items,
                rows.size() > limit ? String.valueOf(items.get(limit - 1).id()) : null,
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    private List<NotificationView> latest(boolean unreadOnly, long before, int limit, String language) {
        var caller = callers.current();
        var sight = Sight.of(caller);
        var sql =
                """
                select n.id, n.read_at is not null as read, n.times, n.spread, cardinality(n.fields) as changed, h.code, h.arguments, h.thing_id, h.at, t.id as tier_id, t.code as tier_code,
                       t.name as tier_name, coalesce((select u.display_name from app_user u where u.login = h.author), h.author) as author
                """
                        + FROM.formatted(sight.predicate())
                        + (unreadOnly ? " and n.read_at is null" : "")
                        + " and n.id < :before order by n.id desc limit :limit";
        return db.call(handle -> sight.bind(handle.createQuery(sql))
                .bind("user", caller.userId())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> view(row, language == null ? caller.language() : language))
                .list());
    }

    /** @throws BusinessException NOT_FOUND for one that is not the caller's */
    public NotificationView get(long id) {
        return latest(false, id + 1, 1, null).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("notification", id));
    }

    /**
     * Doing it twice changes nothing.
     *
     * @throws BusinessException NOT_FOUND for one that is not the caller's
     */
    public NotificationView mark(long id, boolean read) {
        get(id);
        set("n.id = :id", read, id);
        return get(id);
    }

    /** @param upTo id of the latest that was seen: what has come since stays unread */
    public void markAllRead(long upTo) {
        set("n.id <= :id", true, upTo);
    }

    private void set(String which, boolean read, long id) {
        long user = callers.current().userId();
        int changed = db.call(handle -> handle.createUpdate(
                        "update notification n set read_at = cast(:at as timestamptz) where n.user_id = :user and n.on_screen and "
                                + which + (read ? " and n.read_at is null" : " and n.read_at is not null"))
                .bind("at", read ? clock.instant() : null)
                .bind("user", user)
                .bind("id", id)
                .execute());
        if (changed > 0) {
            bells.ring(user);
        }
    }

    private static NotificationView view(ResultSet row, String language) throws SQLException {
        var told = Told.of(row);
        return new NotificationView(
                row.getLong("id"),
                told.code().name(),
                told.words(language),
                told.arguments(),
                told.times(),
                told.spread(),
                row.getLong("tier_id"),
                row.getString("tier_code"),
                row.getString("tier_name"),
                row.getString("author"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("read"),
                page(told.code(), row.getLong("tier_id"), row.getObject("thing_id", Long.class)));
    }

    private static String page(HappeningCode code, long tier, Long thing) {
        var page = "/tier/record.xhtml?id=" + tier + (code.tab() == null ? "" : "&tab=" + code.tab());
        return thing == null ? page : page + "&show=" + thing;
    }
}
