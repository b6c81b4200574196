package fr.tiers.access;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** People who are not calling, with their rights as they stand now: for what is delivered to them. */
@ApplicationScoped
public class Accounts {

    private final Db db;
    private final Clock clock;

    protected Accounts() {
        this(null, null);
    }

    @Inject
    public Accounts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return empty for an account that is closed */
    public Optional<Caller> find(long userId) {
        return db.call(handle -> UserAccounts.find(handle, userId, LocalDate.now(clock)));
    }
}
