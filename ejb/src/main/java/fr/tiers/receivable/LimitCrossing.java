package fr.tiers.receivable;

import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Authors;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** Tells when what a tier owes comes to 90 % of its credit limit, and when it goes beyond: once each time, on the way up. */
@ApplicationScoped
public class LimitCrossing {

    private final Db db;
    private final Authors authors;
    private final Event<Happening> happenings;

    protected LimitCrossing() {
        this(null, null, null);
    }

    @Inject
    public LimitCrossing(Db db, Authors authors, Event<Happening> happenings) {
        this.db = db;
        this.authors = authors;
        this.happenings = happenings;
    }

    /** Does the change and compares what was before with what is after it. */
    <T> T watch(long tierId, Supplier<T> change) {
        int before = level(tierId);
        var result = change.get();
        int after = level(tierId);
        if (after > before) {
            happenings.fire(new Happening(
                    HappeningCode.LIMIT_CROSSED,
                    tierId,
                    List.of(after == 100 ? "100 %" : "90 %"),
                    null,
                    authors.current()));
        }
        return result;
    }

    /** Under lock, so that of two figures at once the second is compared with the first. */
    private int level(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select case when credit_limit is null then 0
                                    when amount > credit_limit then 100
                                    when amount > 0 and amount >= 0.9 * credit_limit then 90
                                    else 0 end
                        from outstanding where tier_id = :tier for update
                        """)
                .bind("tier", tierId)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }
}
