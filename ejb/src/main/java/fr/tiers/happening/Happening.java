package fr.tiers.happening;

import fr.tiers.history.History;
import java.util.List;

/**
 * CDI event: something has happened with a tier that its people may want to know of. Fired in the transaction of its cause; what is
 * rolled back has not happened.
 *
 * @param arguments names and numbers to be put behind the code's words: nothing that somebody who sees the tier must not read
 * @param fields which fields of the tier were changed, as the change log calls them; empty where that is not what has happened
 * @param thingId what it happened to, in the tab that {@link HappeningCode#tab} names; null for the tier itself
 * @param author who has done it
 */
public record Happening(
        HappeningCode code,
        long tierId,
        List<String> arguments,
        List<String> fields,
        Long thingId,
        History.Author author) {

    public Happening {
        arguments = List.copyOf(arguments);
        fields = List.copyOf(fields);
    }

    /** About one thing, or none, whose fields do not matter. */
    public Happening(HappeningCode code, long tierId, List<String> arguments, Long thingId, History.Author author) {
        this(code, tierId, arguments, List.of(), thingId, author);
    }
}
