package fr.tiers.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reports of bulk actions are kept for a while and not for ever: they hold former values of tiers. */
@Singleton
@PermitAll
public class BulkPurge {

    @Inject
    private BulkTable bulks;

    @Inject
    private Clock clock;

    /** {@code tiers.bulk.retention}: how long, as ISO 8601 period in days. */
    @Inject
    @ConfigProperty(name = "tiers.bulk.retention", defaultValue = "P90D")
    private Period retention;

    @Schedule(hour = "3", minute = "23", persistent = false)
    void purge() {
        bulks.deleteOlderThan(clock.instant().minus(retention));
    }
}
