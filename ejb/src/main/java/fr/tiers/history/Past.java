package fr.tiers.history;

import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What hung on a tier at the end of a past day. */
@Stateless
@PermitAll
public class Past {

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    Replay replay;

    @Inject
    LineRights rights;

    @Inject
    @Any
    Instance<PastRows> features;

    /**
     * @return of every feature that takes part, by the name of its things
     * @throws BusinessException INVALID for a day to come; NOT_FOUND for a tier that is not the caller's to see
     */
    public Map<String, Replay.State> of(long tierId, LocalDate day) {
        access.requireVisible(tierId);
        var lines = replay.since(tierId, endOf(day, clock));
        var states = new TreeMap<String, Replay.State>();
        for (var feature : features) {
            var state = replay.before(lines, tierId, feature.entity(), feature.rows(tierId, null));
            rights.conceal(feature.entity(), state.things());
            states.put(feature.entity(), state);
        }
        return states;
    }

    /**
     * @return the first moment after the day
     * @throws BusinessException INVALID on {@code asOf} for a day to come
     */
    public static Instant endOf(LocalDate day, Clock clock) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw BusinessException.invalid("asOf", "in-future");
        }
        if (day.getYear() < 1) {
            throw BusinessException.invalid("asOf", "wrong-type");
        }
        return day.plusDays(1).atStartOfDay(ClockProducer.ZONE).toInstant();
    }
}
