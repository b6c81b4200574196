package fr.tiers.sample;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The sales manager follows some accounts of others, and accounting has blocked some or put them under watch: told to those concerned by
 * the product itself, soon after its first start.
 */
final class SubscriptionWriter {

    private static final int FOLLOWED = 4;
    private static final int NOTED = 3;
    private static final int DAYS = 6;

    private final Rows subscriptions;
    private final Rows happenings;
    private final Instant today;

    /** @param today its beginning */
    SubscriptionWriter(Handle handle, Instant today) {
        this.subscriptions = new Rows(handle, "subscription", "user_id, tier_id, state, since");
        this.happenings = new Rows(handle, "happening", "tier_id, code, arguments, author, at");
        this.today = today;
    }

    void write(List<PlacedTier> tiers) {
        for (var one : tiers) {
            var draw = Draw.of("subscription", one.id());
            if (one.owner() != null && !"manager".equals(one.owner()) && draw.chance(FOLLOWED)) {
                subscriptions.add(DemoStructure.user("manager").id(), one.id(), "FOLLOWED", Timestamp.from(at(30)));
            }
            var when = Timestamp.from(at(draw.between(0, DAYS)).minus(draw.between(30, 300), ChronoUnit.MINUTES));
            if (one.tier().blockedReason() != null) {
                var reason = new String[] {one.tier().blockedReason()};
                happenings.add(one.id(), "BLOCKED", reason, "accounting", when);
            } else if (one.tier().underWatch()) {
                happenings.add(one.id(), "WATCHED", new String[0], "accounting", when);
            }
            // so that each who owns something has a few unread ones
            if (Draw.of("happening", one.id()).chance(NOTED)) {
                happenings.add(one.id(), "NOTE_ADDED", new String[0], "assistant", when);
            }
        }
        subscriptions.write();
        happenings.write();
    }

    private Instant at(int daysAgo) {
        return today.minus(daysAgo, ChronoUnit.DAYS);
    }
}
