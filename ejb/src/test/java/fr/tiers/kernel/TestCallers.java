package fr.tiers.kernel;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import java.util.List;
import java.util.Set;

/** Whoever a test says is calling. */
public final class TestCallers extends Callers {

    public static final Caller ACCOUNTANT =
            new Caller(1, "claire", "Claire Comptable", "fr", Set.of(Role.ACCOUNTING), List.of());

    private volatile Caller caller = ACCOUNTANT;

    public void become(Caller other) {
        caller = other;
    }

    @Override
    public Caller current() {
        return caller;
    }
}
