package fr.tiers.quality;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Counts a base that was written by SQL for the first time. */
public final class QualityDemo {

    private QualityDemo() {}

    /** Within the transaction of the handle. */
    public static void count(Handle handle, Clock clock) {
        count(
                handle,
                clock,
                handle.createQuery("select id from tier").mapTo(Long.class).list());
    }

    /** These tiers alone. */
    public static void count(Handle handle, Clock clock, List<Long> ids) {
        QualityStore.at(clock, handle.createUpdate(QualitySql.recompute()))
                .bindArray("ids", Long.class, ids)
                .execute();
    }
}
