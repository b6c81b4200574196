package fr.tiers.address.geocoding;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The queue as the worker sees it; every method is one short transaction of its own. A claim carries a lease: what a dead node was
 * looking for is due again once the lease has run out.
 *
 * <p>Permitted to all because only the worker's thread calls it, on nobody's behalf.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GeocodingQueue {

    private static final int LONGEST_ERROR = 300;

    /** Streets are built and renamed: older answers are asked for again. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Db db;
    private final Clock clock;

    protected GeocodingQueue() {
        this(null, null);
    }

    @Inject
    public GeocodingQueue(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Takes the address that has been due the longest; no other node gets it while the lease lasts. */
    public Optional<Claim> claim(Duration lease) {
        var now = clock.instant();
        return db.call(handle -> handle.createQuery(
                        """
                        with due as (
                            select id from geocoding
                            where next_try_at <= :now and (lease_until is null or lease_until <= :now)
                            order by next_try_at, id limit 1
                            for update skip locked),
                        taken as (
                            update geocoding g set attempts = attempts + 1, lease_until = :until
                            from due where g.id = due.id
                            returning g.id, g.address_id, g.tier_id, g.query, g.attempts)
                        select g.id, g.address_id, g.tier_id, g.query, g.attempts,
                               concat_ws(' ', coalesce(a.postal_code, t.postal_code), coalesce(a.city, t.city)) as town
                        from taken g left join address a on a.id = g.address_id left join tier t on t.id = g.tier_id
                        """)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .map((row, context) -> new Claim(
                        row.getLong("id"),
                        row.getObject("address_id", Long.class),
                        row.getObject("tier_id", Long.class),
                        row.getString("query"),
                        row.getString("town"),
                        row.getInt("attempts")))
                .findOne());
    }

    /** @return what the geocoder has said about this text: empty when it was not asked, an empty answer when it knew nothing */
    public Optional<Optional<Position>> remembered(String query) {
        return db.call(handle -> handle.createQuery(
                        """
                        select latitude, longitude, score, type from geocoding_answer
                        where query = fold(:query) and asked_at > :since
                        """)
                .bind("query", query)
                .bind("since", clock.instant().minus(REMEMBERED))
                .map((row, context) -> row.getObject("latitude") == null
                        ? Optional.<Position>empty()
                        : Optional.of(new Position(
                                row.getDouble("latitude"),
                                row.getDouble("longitude"),
                                row.getDouble("score"),
                                row.getString("type"))))
                .findOne());
    }

    public void remember(String query, Position position) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into geocoding_answer (query, latitude, longitude, score, type, asked_at)
                        values (fold(:query), :latitude, :longitude, :score, :type, :now)
                        on conflict (query) do update set latitude = excluded.latitude, longitude = excluded.longitude,
                               score = excluded.score, type = excluded.type, asked_at = excluded.asked_at
                        """)
                .bind("query", query)
                .bind("latitude", position == null ? null : position.latitude())
                .bind("longitude", position == null ? null : position.longitude())
                .bind("score", position == null ? null : position.score())
                .bind("type", position == null ? null : position.type())
                .bind("now", clock.instant())
                .execute());
    }

    /**
     * Writes what came out, unless the address has been changed or given a pin meanwhile.
     *
     * @param position null when there is no such address
     */
    public void settle(Claim claim, Position position) {
        db.run(handle -> {
            lockTarget(handle, claim);
            var still = handle.createUpdate(
                            """
                            update geocoding set state = :state, latitude = :latitude, longitude = :longitude, score = :score,
                                   type = :type, next_try_at = null, lease_until = null, last_error = null
                            where id = :id and query = :query and attempts = :attempt and next_try_at is not null
                            """)
                    .bind("state", position == null ? "NOT_FOUND" : "FOUND")
                    .bind("latitude", position == null ? null : position.latitude())
                    .bind("longitude", position == null ? null : position.longitude())
                    .bind("score", position == null ? null : position.score())
                    .bind("type", position == null ? null : position.type())
                    .bind("id", claim.id())
                    .bind("query", claim.query())
                    .bind("attempt", claim.attempt())
                    .execute();
            if (still == 1) {
                // The version stays: nobody who is typing shall lose the race against a geocoder.
                handle.createUpdate("update " + target(claim)
                                + " set latitude = :latitude, longitude = :longitude where id = :target")
                        .bind("latitude", position == null ? null : position.latitude())
                        .bind("longitude", position == null ? null : position.longitude())
                        .bind("target", targetId(claim))
                        .execute();
            }
        });
    }

    /** The address first, as everybody who writes it does: in the other order two transactions could wait for each other. */
    private static void lockTarget(Handle handle, Claim claim) {
        handle.createQuery("select id from " + target(claim) + " where id = :target for no key update")
                .bind("target", targetId(claim))
                .mapTo(Long.class)
                .findOne();
    }

    private static String target(Claim claim) {
        return claim.addressId() == null ? "tier" : "address";
    }

    private static long targetId(Claim claim) {
        return claim.addressId() == null ? claim.tierId() : claim.addressId();
    }

    /** @param delay null for no further try */
    public void failed(Claim claim, String error, Duration delay) {
        db.run(handle -> handle.createUpdate(
                        """
                        update geocoding set state = 'FAILED', last_error = :error, next_try_at = :next, lease_until = null
                        where id = :id and query = :query and attempts = :attempt and next_try_at is not null
                        """)
                .bind("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .bind("next", delay == null ? null : clock.instant().plus(delay))
                .bind("id", claim.id())
                .bind("query", claim.query())
                .bind("attempt", claim.attempt())
                .execute());
    }
}
