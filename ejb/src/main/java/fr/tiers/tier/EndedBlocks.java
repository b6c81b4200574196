package fr.tiers.tier;

import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lifts blocks and watches whose last day is over. Two nodes may look at the same time: each row is lifted, and logged, once. */
@Stateless
@PermitAll
public class EndedBlocks {

    private static final History.Author AUTHOR = new History.Author("system", "JOB");

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    History history;

    private record Ended(long tierId, String reason, String until) {}

    /** Soon after midnight, and every hour for a server that was down then. */
    @Schedule(hour = "*", minute = "3", persistent = false)
    public void lift() {
        lift(
                "blocked",
                "blockedReason",
                "blockedUntil",
                "update tier t set version = t.version + 1, blocked = false, blocked_reason = null, blocked_until = null,"
                        + " blocked_by = null, blocked_at = null",
                "blocked_reason",
                "blocked_until");
        lift(
                "underWatch",
                "watchReason",
                "watchUntil",
                "update tier t set version = t.version + 1, under_watch = false, watch_reason = null, watch_until = null,"
                        + " watched_by = null, watched_at = null",
                "watch_reason",
                "watch_until");
    }

    private void lift(
            String flag, String reason, String until, String update, String reasonColumn, String untilColumn) {
        var today = LocalDate.now(clock);
        List<Ended> ended = db.call(handle -> handle.createQuery(
                        """
                        with ended as (select id, %1$s as reason, %2$s as until from tier
                                       where least(blocked_until, watch_until) < :today and %2$s < :today
                                       for update skip locked)
                        %3$s, updated_at = :now, updated_by = 'system' from ended e where t.id = e.id
                        returning t.id, e.reason, e.until::text as until
                        """
                                .formatted(reasonColumn, untilColumn, update))
                .bind("today", today)
                .bind("now", clock.instant())
                .map((row, context) -> new Ended(row.getLong("id"), row.getString("reason"), row.getString("until")))
                .list());
        for (var tier : ended) {
            var before = new HashMap<String, Object>(Map.of(flag, true, until, tier.until()));
            before.put(reason, tier.reason());
            history.updated(AUTHOR, "tier", tier.tierId(), tier.tierId(), before, Map.of(flag, false));
        }
    }
}
