package fr.tiers.tier;

import fr.tiers.customfield.FieldOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tiers as owners of custom fields. */
@ApplicationScoped
public class TierFieldOwner implements FieldOwner {

    public static final String OBJECT = "TIER";
    private static final Set<String> FACTS = Set.of(
            "kind",
            "types",
            "status",
            "language",
            "currency",
            "sector",
            "legalForm",
            "apeCode",
            "headcountBand",
            "headcount",
            "listingMode",
            "blocked",
            "underWatch",
            "owner",
            "salesUnit",
            "address.country");

    @Override
    public String object() {
        return OBJECT;
    }

    @Override
    public String table() {
        return "tier";
    }

    @Override
    public Set<String> facts() {
        return FACTS;
    }

    /** What conditions look at of a tier. */
    public static Map<String, Object> facts(TierData data) {
        var facts = new HashMap<String, Object>();
        FACTS.stream()
                .filter(name -> !"types".equals(name))
                .forEach(name -> facts.put(name, TierFields.text(data, name)));
        facts.put("types", data.getTypes());
        return facts;
    }
}
