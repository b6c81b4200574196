package fr.tiers.merge;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;

/** Forgets the before-images that nobody may go back to any more: they hold personal data. */
@Singleton
@PermitAll
public class OldJournals {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Schedule(hour = "3", minute = "41", persistent = false)
    void forget() {
        var oldest = Timestamp.from(clock.instant().minus(Merges.UNDOABLE));
        db.run(handle -> handle.execute(
                "delete from merge_row where run_id in (select id from merge_run where at < ? or undone_at is not null)",
                oldest));
    }
}
