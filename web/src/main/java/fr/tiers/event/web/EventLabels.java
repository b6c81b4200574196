package fr.tiers.event.web;

import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventType;
import fr.tiers.event.EventTypes;
import fr.tiers.event.EventView;
import fr.tiers.shell.web.Colours;
import fr.tiers.shell.web.Functions;
import fr.tiers.timeline.web.TimelineOfTier;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** How events read on the screen; the types are looked up once per request. */
@Named("eventLabels")
@RequestScoped
public class EventLabels {

    private static final String ICON = "pi-calendar";

    private final CodeLabels<EventType> types;

    protected EventLabels() {
        this(null);
    }

    @Inject
    public EventLabels(EventTypes types) {
        this.types = new CodeLabels<>(types);
    }

    private Optional<EventType> find(String code) {
        return types.all().stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** Types that can be given. */
    public List<EventType> getChoices() {
        return types.choices(null);
    }

    /** @param present stays although it is given no more */
    public List<EventType> choices(String present) {
        return types.choices(present);
    }

    /** All types, for filters: events of an inactive one are still there. */
    public List<EventType> getAll() {
        return types.all();
    }

    public String label(EventType type) {
        return CodeLabels.label(type);
    }

    public String type(String code) {
        return types.label(code).orElse(code);
    }

    /** PrimeIcon of a type. */
    public String icon(String code) {
        return find(code).map(EventType::icon).orElse(ICON);
    }

    /** The kind of pill that wears a type's colour. */
    public String pill(String code) {
        return Colours.pill(find(code).map(EventType::colour).orElse(null));
    }

    /** @return null for a type that is not known */
    public EventKind kind(String code) {
        return find(code).map(EventType::kind).orElse(null);
    }

    /** The subject; of what the system itself has noted, in the reader's language. */
    public String subject(EventView event) {
        return TimelineOfTier.subject(event.code(), event.subject());
    }

    /** The text; of what the system itself has noted, in the reader's language. */
    public String body(EventView event) {
        if (event.code() == null || event.arguments().isEmpty()) {
            return event.body();
        }
        return event.code().startsWith("CONVERTED_TO_") && event.arguments().size() == 2
                ? Functions.text2(
                        "event.code.newTierCode",
                        event.arguments().get(0),
                        event.arguments().get(1))
                : String.join(" · ", event.arguments());
    }
}
