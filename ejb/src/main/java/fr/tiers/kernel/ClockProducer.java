package fr.tiers.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The only place that reads the machine's clock; tests and rules get another one. */
@ApplicationScoped
public class ClockProducer {

    /** Legal dates (invoices, payments, closing) are those of Paris. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(ZONE);
    }
}
