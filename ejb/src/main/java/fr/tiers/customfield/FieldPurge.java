package fr.tiers.customfield;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** The end of a deleted field. */
@Stateless
@PermitAll
public class FieldPurge {

    static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    CustomFields fields;

    /** Every night: what was deleted 30 days ago goes, with its values. */
    @Schedule(hour = "3", minute = "41", persistent = false)
    void purge() {
        for (var field : fields.table().archivedBefore(clock.instant().minus(KEPT))) {
            var table = fields.owner(field.definition().object()).table();
            db.run(handle -> {
                handle.createUpdate(
                                "update " + table + " set custom = custom - :code where (custom -> :code) is not null")
                        .bind("code", field.code())
                        .execute();
                if (!field.definition().visibleTo().isEmpty()) {
                    // nobody would know any more whom the log may tell
                    handle.createUpdate(
                                    "delete from history_entry where entity = :entity and field = 'custom.' || :code")
                            .bind("entity", table)
                            .bind("code", field.code())
                            .execute();
                }
                handle.execute("drop index if exists " + FieldIndexes.name(field.definition()));
            });
            fields.table().delete(field.id());
        }
    }
}
