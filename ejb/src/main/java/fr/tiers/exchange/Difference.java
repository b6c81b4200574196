package fr.tiers.exchange;

import java.io.Serializable;

/**
 * One field that a row changes.
 *
 * @param before as text; null for nothing
 * @param after as text; null for nothing
 */
public record Difference(String field, String before, String after) implements Serializable {

    public Difference {
        before = before == null || before.isEmpty() ? null : before;
        after = after == null || after.isEmpty() ? null : after;
    }
}
