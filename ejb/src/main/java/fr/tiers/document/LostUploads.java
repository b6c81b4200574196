package fr.tiers.document;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Once an hour: uploads that a killed server has left on the disk, so old that nobody sends them any more. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LostUploads {

    private static final Logger LOG = Logger.getLogger(LostUploads.class);
    private static final Duration AGE = Duration.ofDays(1);

    @Inject
    private Intake intake;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "43", persistent = false)
    void sweep() {
        try {
            intake.forgetOlderThan(clock.instant().minus(AGE));
        } catch (IOException e) {
            LOG.warn("Uploads left on the disk cannot be removed", e);
        }
    }
}
