package fr.tiers.access;

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

    /** A sales person who sees what lies in these units. */
    public static Caller sales(Long... units) {
        return new Caller(1, "sales", "Sales", "fr", Set.of(Role.SALES), List.of(units));
    }
}
