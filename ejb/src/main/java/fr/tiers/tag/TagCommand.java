package fr.tiers.tag;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.util.List;
import java.util.Set;

/**
 * What a manager writes about a tag.
 *
 * @param colour grey when null
 * @param parent id of the tag above; null at the top
 * @param scopes objects that may wear it; all there are when null
 * @param active true when null
 */
public record TagCommand(String label, String colour, Long parent, List<String> scopes, Boolean active) {

    public static final int MAX_LABEL = 60;
    static final Set<String> COLOURS = Set.of("grey", "blue", "green", "orange", "red", "purple", "teal");

    public TagCommand {
        label = Checks.trim(label);
        colour = colour == null ? "grey" : colour;
        active = active == null || active;
    }

    /** @throws BusinessException INVALID with every violation */
    void check(Set<String> objects) {
        new Checks()
                .required("label", label)
                .text("label", label, MAX_LABEL)
                .holds(isLabel(label), "label", "control-character")
                .oneOf("colour", colour, COLOURS)
                .holds(scopes == null || !scopes.isEmpty(), "scopes", "required")
                .holds(
                        scopes == null || scopes.stream().allMatch(scope -> scope != null && objects.contains(scope)),
                        "scopes",
                        "unknown-value",
                        String.valueOf(scopes))
                .refuse();
    }

    /** Whether a label can be one: nothing that cannot be seen. */
    static boolean isLabel(String label) {
        return label == null || label.chars().noneMatch(Character::isISOControl);
    }
}
