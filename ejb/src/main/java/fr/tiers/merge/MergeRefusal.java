package fr.tiers.merge;

import fr.tiers.kernel.Violation;
import java.io.Serializable;
import java.util.List;

/**
 * Why two records do not become one.
 *
 * @param code of the violation that says it
 * @param source which of the sources it is about
 * @param forceable whether somebody who gives a reason may do it nevertheless
 */
public record MergeRefusal(String code, long source, boolean forceable, List<String> arguments)
        implements Serializable {

    Violation violation() {
        return new Violation("from." + source, code, arguments.toArray());
    }
}
