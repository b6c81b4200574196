package fr.tiers.history;

import fr.tiers.access.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Names the author of a change for the log: the caller, and the path the request came by. */
@ApplicationScoped
public class Authors {

    private final Callers callers;
    private final Source source;

    protected Authors() {
        this(null, null);
    }

    @Inject
    public Authors(Callers callers, Source source) {
        this.callers = callers;
        this.source = source;
    }

    public History.Author current() {
        var caller = callers.current();
        // Jobs and timers have no request, hence no request scope to ask.
        return new History.Author(caller.login(), caller.isSystem() ? "JOB" : source.name());
    }
}
