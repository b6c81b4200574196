package fr.tiers.event;

import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * An event of a series that is changed by itself is an exception, whoever changes it and where: that it is done apart, which every one is
 * some day.
 */
@ApplicationScoped
public class SeriesExceptions {

    private final Db db;

    protected SeriesExceptions() {
        this(null);
    }

    @Inject
    public SeriesExceptions(Db db) {
        this.db = db;
    }

    void changed(@Observes EventChanged change) {
        if (change.before() != null && change.after() != null && !isSame(change.before(), change.after())) {
            mark(change.after().id(), true);
        }
    }

    void mark(long event, boolean exception) {
        db.run(handle -> handle.execute(
                "update event set series_exception = ? where id = ? and series_id is not null", exception, event));
    }

    private static boolean isSame(EventView before, EventView after) {
        return Objects.equals(before.tierId(), after.tierId())
                && Records.with(before.command(), "state", null).equals(Records.with(after.command(), "state", null));
    }
}
