package fr.tiers.relation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A relation as seen from one of its tiers.
 *
 * @param tier from which it is seen
 * @param side what that tier is in it
 * @param labelFr of this side, like "Prescrit par"
 * @param other the tier at the other end
 * @param from first day; null for "always has been"
 * @param to last day; null for "until further notice"
 * @param inForce whether today lies between both
 */
public record RelationView(
        long id,
        long version,
        long tier,
        String type,
        Side side,
        String labelFr,
        String labelEn,
        Neighbour other,
        LocalDate from,
        LocalDate to,
        String note,
        boolean inForce)
        implements Serializable {

    public String label(String language) {
        return "en".equals(language) ? labelEn : labelFr;
    }

    /** What a form starts out with. */
    public RelationCommand toCommand() {
        return new RelationCommand(type, other.id(), side, from, to, note);
    }

    /** The fields as the change log of the tier keeps them: the other tier by its id, as not everybody may see its name. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("type", type);
        values.put("side", side);
        values.put("other", other.id());
        values.put("from", from);
        values.put("to", to);
        values.put("note", note);
        return values;
    }

    /** The same from the other end. */
    Map<String, Object> valuesOfOther() {
        var values = values();
        values.put("side", side.opposite());
        values.put("other", tier);
        return values;
    }
}
