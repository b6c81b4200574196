package fr.tiers.access;

import fr.tiers.kernel.Db;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Callers for tests without a container. */
public final class TestCallers {

    private TestCallers() {}

    /** Always this caller. */
    public static Callers of(Caller caller) {
        return new Callers() {
            @Override
            public Caller current() {
                return caller;
            }
        };
    }

    /** Somebody with the rights that the database says. */
    public static Caller read(Db db, String login, LocalDate today) {
        return db.call(handle -> UserAccounts.find(handle, login, today).orElseThrow());
    }

    /** A sales person who sees what lies in these units. */
    public static Caller sales(Long... units) {
        return new Caller(1, "sales", "Sales", "fr", Set.of(Role.SALES), List.of(units));
    }

    /** What {@code callers} may ask about the rights of others, without a container. */
    public static AccessExplanation explanations(Db db, Clock clock, Callers callers) {
        var explanations = new AccessExplanation();
        explanations.db = db;
        explanations.clock = clock;
        explanations.callers = callers;
        explanations.access = new TierAccess(db, callers);
        return explanations;
    }
}
