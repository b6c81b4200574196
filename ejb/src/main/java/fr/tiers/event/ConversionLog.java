package fr.tiers.event;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierConverted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Writes a conversion among the tier's events, in its transaction: as a code, for each reader's language to put into words. */
@ApplicationScoped
public class ConversionLog {

    private final Db db;
    private final Clock clock;

    protected ConversionLog() {
        this(null, null);
    }

    @Inject
    public ConversionLog(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void converted(@Observes TierConverted conversion) {
        boolean customer = "CUSTOMER".equals(conversion.to());
        var arguments = conversion.formerCode() == null
                ? List.<String>of()
                : List.of(conversion.code(), conversion.formerCode());
        db.run(handle -> handle.createUpdate(
                        """
                        insert into event (tier_id, type, subject, code, arguments, starts_at, author, created_at)
                        values (:tier, 'NOTE', :subject, :code, :arguments, :now, :author, :now)
                        """)
                .bind("tier", conversion.tierId())
                .bind("subject", customer ? "Converti en client" : "Converti en prospect")
                .bind("code", customer ? "CONVERTED_TO_CUSTOMER" : "CONVERTED_TO_PROSPECT")
                .bindArray("arguments", String.class, arguments)
                .bind("now", clock.instant())
                .bind("author", conversion.author())
                .execute());
    }
}
