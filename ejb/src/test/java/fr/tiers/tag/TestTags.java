package fr.tiers.tag;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.organisation.Settings;
import java.time.Clock;
import java.util.List;

/** The services of tags without a container. */
public final class TestTags {

    private TestTags() {}

    public static Tags of(TestDatabase database, Clock clock, Callers callers, TagUse... wearers) {
        var tags = new Tags() {
            @Override
            List<TagUse> uses() {
                return List.of(wearers);
            }
        };
        tags.db = database.db();
        tags.clock = clock;
        tags.callers = callers;
        tags.rights = new TagRights(database.db(), callers, new Settings(database.db(), null));
        return tags;
    }

    /** Of somebody who manages. */
    public static Tags ofManager(TestDatabase database, Clock clock, TagUse... wearers) {
        return of(database, clock, TestCallers.of(Caller.SYSTEM), wearers);
    }

    public static TagRows rows(TestDatabase database, Tags tags) {
        return new TagRows(database.db(), tags);
    }

    public static WornTags worn(TestDatabase database, Tags tags, TagUse... wearers) {
        var worn = new WornTags() {
            @Override
            Iterable<TagUse> uses() {
                return List.of(wearers);
            }
        };
        worn.db = database.db();
        worn.tags = tags;
        worn.rows = rows(database, tags);
        return worn;
    }
}
