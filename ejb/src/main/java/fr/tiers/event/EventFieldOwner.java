package fr.tiers.event;

import fr.tiers.customfield.FieldOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events as owners of custom fields, which may be limited to types of events. */
@ApplicationScoped
public class EventFieldOwner implements FieldOwner {

    public static final String OBJECT = "EVENT";

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
    public List<String> types() {
        return EventCommand.TYPES.stream().sorted().toList();
    }

    /** What conditions look at of an event. */
    public static Map<String, Object> facts(String type) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("type", type);
        facts.put("types", type == null ? List.of() : List.of(type));
        return facts;
    }
}
