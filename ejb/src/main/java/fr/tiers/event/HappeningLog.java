package fr.tiers.event;

import fr.tiers.happening.Happening;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Writes what happens with a tier among its events, where administrators want the code there: in the transaction of its cause, as a
 * code, for each reader's language to put into words.
 */
@ApplicationScoped
public class HappeningLog {

    private final Db db;
    private final Clock clock;

    protected HappeningLog() {
        this(null, null);
    }

    @Inject
    public HappeningLog(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void happened(@Observes Happening happening) {
        var code = happening.code();
        if (!code.canWriteEvent()) {
            return;
        }
        var now = clock.instant();
        db.write(
                """
                        insert into event (tier_id, type, subject, code, arguments, starts_at, author, created_at)
                        select :tier, 'NOTE', :subject, code, :arguments, cast(:now as timestamptz), :author, cast(:now as timestamptz)
                        from happening_setting where code = :code and writes_event
                        """,
                batch -> batch.bind("tier", happening.tierId())
                        .bind("subject", code.label("fr"))
                        .bind("code", code.name())
                        .bindArray("arguments", String.class, happening.arguments())
                        .bind("now", now)
                        .bind("author", happening.author().login())
                        .add());
    }
}
