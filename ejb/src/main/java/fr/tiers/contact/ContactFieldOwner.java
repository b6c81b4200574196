package fr.tiers.contact;

import fr.tiers.customfield.FieldOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** People as owners of custom fields: what stands there is about the person, wherever he or she works. */
@ApplicationScoped
public class ContactFieldOwner implements FieldOwner {

    public static final String OBJECT = "CONTACT";
    private static final Set<String> FACTS = Set.of("civility", "language", "doNotCall", "doNotEmail", "personActive");

    @Override
    public String object() {
        return OBJECT;
    }

    @Override
    public String table() {
        return "contact";
    }

    @Override
    public Set<String> facts() {
        return FACTS;
    }

    /** What conditions look at of a person. */
    public static Map<String, Object> facts(PersonCommand person) {
        Map<String, Object> facts = new HashMap<>(ContactRows.values(person));
        facts.keySet().retainAll(FACTS);
        return facts;
    }
}
