package fr.tiers.tag;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.organisation.Settings;
import java.time.Clock;
import java.util.List;

/** The service of tags without a container. */
public final class TestTags {

    private TestTags() {}

    public static Tags of(TestDatabase database, Clock clock, Callers callers, TagUse use) {
        var tags = new Tags() {
            @Override
            List<TagUse> uses() {
                return List.of(use);
            }
        };
        tags.db = database.db();
        tags.clock = clock;
        tags.callers = callers;
        tags.rights = new TagRights(database.db(), callers, new Settings(database.db(), null));
        return tags;
    }

    /** Of somebody who manages. */
    public static Tags ofManager(TestDatabase database, Clock clock, TagUse use) {
        return of(database, clock, TestCallers.of(Caller.SYSTEM), use);
    }
}
