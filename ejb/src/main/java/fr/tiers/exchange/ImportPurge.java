package fr.tiers.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files and reports of imports are kept for a while, so that they can be taken back, and not for ever: they hold personal data. */
@Singleton
@PermitAll
public class ImportPurge {

    @Inject
    private ImportTable imports;

    @Inject
    private Clock clock;

    /** {@code tiers.import.retention}: how long, as ISO 8601 period in days. */
    @Inject
    @ConfigProperty(name = "tiers.import.retention", defaultValue = "P90D")
    private Period retention;

    @Schedule(hour = "3", minute = "17", persistent = false)
    void purge() {
        imports.deleteOlderThan(clock.instant().minus(retention));
    }
}
