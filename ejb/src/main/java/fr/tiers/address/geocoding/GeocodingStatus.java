package fr.tiers.address.geocoding;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** The geocoding as administrators see it: how much is done, what waits, what failed; and trying again. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class GeocodingStatus {

    private static final List<String> STATES =
            List.of("PENDING", "FAILED", "NOT_FOUND", "FOUND", "GIVEN", "MANUAL", "ABROAD");

    private final Db db;
    private final Clock clock;

    protected GeocodingStatus() {
        this(null, null);
    }

    @Inject
    public GeocodingStatus(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return how many addresses are in each state, those of tiers included */
    public Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        STATES.forEach(state -> counts.put(state, 0L));
        db.run(handle -> handle.createQuery("select state, count(*) as number from geocoding group by state")
                .map((row, context) -> counts.put(row.getString("state"), row.getLong("number")))
                .list());
        return counts;
    }

    /**
     * Makes all that failed, or was not found, due now; what was not found is asked for again.
     *
     * @return how many
     */
    public int retry() {
        db.run(handle -> handle.execute("delete from geocoding_answer where latitude is null"));
        return db.call(handle -> handle.createUpdate(
                        """
                        update geocoding set state = 'PENDING', attempts = 0, next_try_at = :now, lease_until = null
                        where state in ('FAILED', 'NOT_FOUND')
                        """)
                .bind("now", clock.instant())
                .execute());
    }
}
