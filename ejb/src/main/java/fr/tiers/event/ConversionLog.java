package fr.tiers.event;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierConverted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Writes a conversion among the tier's events, in its transaction. */
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
        var subject = "CUSTOMER".equals(conversion.to()) ? "Converti en client" : "Converti en prospect";
        var code = conversion.formerCode() == null
                ? null
                : "Code " + conversion.code() + ", auparavant " + conversion.formerCode() + '.';
        db.run(handle -> handle.createUpdate(
                        """
                        insert into event (tier_id, type, subject, body, starts_at, author, created_at)
                        values (:tier, 'NOTE', :subject, :body, :now, :author, :now)
                        """)
                .bind("tier", conversion.tierId())
                .bind("subject", subject)
                .bind("body", code)
                .bind("now", clock.instant())
                .bind("author", conversion.author())
                .execute());
    }
}
