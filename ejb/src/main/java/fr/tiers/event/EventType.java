package fr.tiers.event;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.kernel.Checks;

/**
 * A type of events.
 *
 * @param kind decides the fields; never changes
 * @param colour grey, blue, green, orange, red, purple or teal
 * @param icon name of a PrimeIcon
 */
public record EventType(
        String code,
        long version,
        EventKind kind,
        String labelFr,
        String labelEn,
        String colour,
        String icon,
        int position,
        boolean active)
        implements CodeEntry {

    public EventType {
        code = Checks.trim(code);
        labelFr = Checks.trim(labelFr);
        labelEn = Checks.trim(labelEn);
        colour = Checks.trim(colour);
        icon = Checks.trim(icon);
    }
}
