package fr.tiers.tier.web;

import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.history.HistoryRow;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happened to the tier lately: its events and the changes of its data, newest first. */
@Named("tierActivity")
@RequestScoped
public class TierActivity {

    private static final int SHOWN = 12;
    private static final int CHANGES_READ = 60;
    private static final Map<String, String> ICONS = Map.of(
            "CALL", "pi-phone",
            "EMAIL", "pi-envelope",
            "NOTE", "pi-comment",
            "MEETING", "pi-users",
            "TASK", "pi-check-square");

    private final TierService tiers;
    private final Events events;
    private final Clock clock;
    private List<Activity> latest;

    protected TierActivity() {
        this(null, null, null);
    }

    @Inject
    public TierActivity(TierService tiers, Events events, Clock clock) {
        this.tiers = tiers;
        this.events = events;
        this.clock = clock;
    }

    public List<Activity> latest(long tierId) {
        if (latest == null) {
            latest = merge(events.ofTier(tierId), tiers.history(tierId, Long.MAX_VALUE, CHANGES_READ));
        }
        return latest;
    }

    public static String icon(String eventType) {
        return ICONS.getOrDefault(eventType, "pi-calendar");
    }

    private List<Activity> merge(List<EventView> events, List<HistoryRow> changes) {
        var all = new ArrayList<Activity>();
        var now = clock.instant();
        events.stream().limit(SHOWN).map(event -> of(event, now)).forEach(all::add);
        all.addAll(inOneGo(changes));
        return all.stream()
                .sorted(Comparator.comparing(Activity::at).reversed())
                .limit(SHOWN)
                .toList();
    }

    private static Activity of(EventView event, Instant now) {
        return new Activity(
                event.start(),
                event.author(),
                icon(event.type()),
                event.type(),
                event.subject(),
                List.of(),
                event.start().isAfter(now));
    }

    /** The fields of one save carry the same instant; an event's creation is the event itself, told already. */
    private static List<Activity> inOneGo(List<HistoryRow> changes) {
        record Save(Instant at, String author, String entity, String action) {}
        var saves = new LinkedHashMap<Save, List<String>>();
        for (var row : changes) {
            if (!"event".equals(row.entity())) {
                saves.computeIfAbsent(
                                new Save(row.at(), row.author(), row.entity(), row.action()), save -> new ArrayList<>())
                        .add(row.field());
            }
        }
        return saves.entrySet().stream()
                .map(entry -> new Activity(
                        entry.getKey().at(),
                        entry.getKey().author(),
                        "UPDATE".equals(entry.getKey().action()) ? "pi-pencil" : "pi-plus",
                        entry.getKey().entity() + '.' + entry.getKey().action(),
                        "",
                        entry.getValue().stream().filter(Objects::nonNull).toList(),
                        false))
                .toList();
    }
}
