package fr.tiers.event;

import fr.tiers.customfield.FieldOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events as owners of custom fields, which may be limited to types of events. */
@ApplicationScoped
public class EventFieldOwner implements FieldOwner {

    public static final String OBJECT = "EVENT";

    private final EventTypes types;

    protected EventFieldOwner() {
        this(null);
    }

    @Inject
    public EventFieldOwner(EventTypes types) {
        this.types = types;
    }

    @Override
    public String object() {
        return OBJECT;
    }

    @Override
    public String table() {
        return "event";
    }

    @Override
    public Set<String> facts() {
        return Set.of("type");
    }

    @Override
    public List<EventType> types() {
        return types.all();
    }

    /** What conditions look at of an event. */
    public static Map<String, Object> facts(String type) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("type", type);
        facts.put("types", type == null ? List.of() : List.of(type));
        return facts;
    }
}
