package fr.tiers.address;

import fr.tiers.customfield.FieldOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Addresses and sites as owners of custom fields. */
@ApplicationScoped
public class AddressFieldOwner implements FieldOwner {

    public static final String OBJECT = "ADDRESS";

    @Override
    public String object() {
        return OBJECT;
    }

    @Override
    public String table() {
        return "address";
    }

    @Override
    public Set<String> facts() {
        return Set.of("usages", "defaultFor", "country");
    }

    /** What conditions look at of an address. */
    public static Map<String, Object> facts(AddressCommand address) {
        return Map.of("usages", address.usages(), "defaultFor", address.defaultFor(), "country", address.country());
    }
}
