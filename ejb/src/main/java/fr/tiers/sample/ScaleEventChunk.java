package fr.tiers.sample;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Events beside the three of each tier, over ten years: most with tiers, some among colleagues, and ten thousand with one single
 * tier.
 */
final class ScaleEventChunk {

    static final String KIND = "EVENTS";

    /** Of the single tier that has so many. */
    static final int MANY = 10_000;

    private static final int DAYS = 3_650;
    private static final int COMING_DAYS = 60;
    private static final int AMONG_COLLEAGUES = 12;

    private final ScaleRun run;
    private final List<ScaleRun> runs;
    private final ScaleStructure structure;
    private final CopyRows history =
            new CopyRows("history_entry", "id, tier_id, entity, entity_id, action, author, source, at");
    private final ScaleEvents events;

    /** @param runs all up to this one, whose tiers may have events */
    ScaleEventChunk(ScaleRun run, List<ScaleRun> runs, ScaleStructure structure) {
        this.run = run;
        this.runs = runs;
        this.structure = structure;
        this.events = new ScaleEvents(structure, run.day(), history);
    }

    /** @param from index within the run's further events */
    void write(Handle handle, long from, long to) {
        long known = run.firstTier() + run.tiers();
        // all over the table, as it comes about in ten years
        long step = Math.max(10, run.events() / MANY);
        for (long index = from; index < to; index++) {
            long id = run.first().get("event") + run.tiers() * ScaleRun.EVENTS + index;
            var draw = Draw.of("scale-further", id);
            boolean single = index % step == 0;
            boolean about = single || !draw.chance(AMONG_COLLEAGUES);
            long tier = single ? 0 : draw.skewed((int) known, (int) (1 + known / 10));
            int day = draw.between(-DAYS, COMING_DAYS);
            events.add(
                    new ScaleEvents.About(
                            id,
                            run.first().get("event_participant")
                                    + (id - run.first().get("event")) * 2,
                            run.first().get("history_entry") + run.tiers() * ScaleRun.LINES + index,
                            about ? ScaleRun.tierId(runs, tier) : null,
                            null,
                            SamplePerson.of(draw),
                            structure.colleague(draw)),
                    day,
                    draw);
        }
        events.write(handle);
        history.write(handle);
    }
}
