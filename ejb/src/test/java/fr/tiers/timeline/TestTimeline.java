package fr.tiers.timeline;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.event.TestEvents;
import fr.tiers.history.LineRights;
import fr.tiers.kernel.TestDatabase;
import java.time.Clock;

/** The timeline outside a container. */
public final class TestTimeline {

    private TestTimeline() {}

    public static Timeline of(TestDatabase database, Callers callers, LineRights rights, Clock clock) {
        var timeline = new Timeline();
        timeline.rights = rights;
        timeline.events = TestEvents.sight(database, callers);
        timeline.db = database.db();
        timeline.clock = clock;
        timeline.access = new TierAccess(database.db(), callers);
        return timeline;
    }
}
