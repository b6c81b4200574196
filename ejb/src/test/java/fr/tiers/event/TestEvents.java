package fr.tiers.event;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import java.time.Clock;
import java.util.function.Consumer;

/** The services of events on a test database, outside a container. */
public final class TestEvents {

    private TestEvents() {}

    public static EventSight sight(TestDatabase database, Callers callers) {
        return new EventSight(database.db(), callers, new TierAccess(database.db(), callers));
    }

    public static Events events(TestDatabase database, Clock clock, Callers callers, CustomFields fields) {
        var events = new Events();
        events.sight = sight(database, callers);
        events.rows = new EventRows(database.db(), fields, events.sight);
        events.writer = new EventWriter(database.db(), clock);
        events.access = new TierAccess(database.db(), callers);
        events.history = new History(database.db(), clock);
        events.authors = new Authors(callers, new Source());
        events.rules = new EventRules(database.db(), clock, fields, events.authors);
        events.touched = new TestEvent<>();
        var exceptions = new SeriesExceptions(database.db());
        events.changed = new TestEvent<>(exceptions::changed);
        return events;
    }

    /** As {@link #events(TestDatabase, Clock, Callers, CustomFields)}, with somebody who observes what changes. */
    public static Events events(
            TestDatabase database, Clock clock, Callers callers, CustomFields fields, Consumer<EventChanged> observer) {
        var events = events(database, clock, callers, fields);
        events.changed = new TestEvent<>(observer);
        return events;
    }

    public static EventAnswers answers(
            TestDatabase database, Clock clock, Callers callers, CustomFields fields, Consumer<EventChanged> observer) {
        return new EventAnswers(
                database.db(),
                new EventRows(database.db(), fields, sight(database, callers)),
                new History(database.db(), clock),
                new Authors(callers, new Source()),
                new TestEvent<>(),
                new TestEvent<>(observer));
    }

    static Series series(TestDatabase database, Clock clock, Callers callers, CustomFields fields) {
        var series = new Series();
        series.events = events(database, clock, callers, fields);
        series.eventRows = series.events.rows;
        series.sight = series.events.sight;
        series.authors = series.events.authors;
        series.rows = new SeriesRows(database.db(), clock);
        series.exceptions = new SeriesExceptions(database.db());
        series.clock = clock;
        return series;
    }

    public static EventList list(TestDatabase database, Callers callers) {
        return list(database, callers, TestCustomFields.of(database, new EventFieldOwner(null), callers));
    }

    public static EventList list(TestDatabase database, Callers callers, CustomFields fields) {
        var list = new EventList();
        list.db = database.db();
        list.sight = sight(database, callers);
        list.rows = new EventRows(database.db(), fields, list.sight);
        list.fields = new FieldSearch(fields);
        return list;
    }
}
