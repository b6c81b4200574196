package fr.tiers.tag;

import java.io.Serializable;
import java.util.List;

/** Labels of tags, each with those below it: at least one of {@code any}, each of {@code all}, nothing of {@code none}. */
public record Tagged(List<String> any, List<String> all, List<String> none) implements Serializable {

    public static final Tagged WHATEVER = new Tagged(List.of(), List.of(), List.of());

    /** Whether anything is asked for. */
    public boolean isAsked() {
        return !equals(WHATEVER);
    }
}
