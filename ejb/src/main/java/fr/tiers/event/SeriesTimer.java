package fr.tiers.event;

import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Prolongs what comes again, each series in a transaction of its own. On several nodes the second finds nothing to do. */
@Stateless
@RunAs(Role.Names.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeriesTimer {

    private static final Logger LOG = Logger.getLogger(SeriesTimer.class);

    @Inject
    SeriesRows rows;

    @Inject
    Series series;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "11", persistent = false)
    public void prolong() {
        var horizon = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE).plusMonths(SeriesMaker.HORIZON_MONTHS);
        for (var id : rows.due(horizon)) {
            try {
                series.prolong(id);
            } catch (BusinessException e) {
                // somebody who has left, say, is still in the next event: it is made as soon as that is put right
                LOG.warnf("Series %d cannot be prolonged: %s", id, e.getMessage());
            }
        }
    }
}
