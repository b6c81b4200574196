package fr.tiers.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * One field that breaks one rule.
 *
 * @param field name as REST and the form call it, nested with dots
 * @param code stable code; the text is {@code violation.<code>} in the bundles
 * @param arguments what the text needs
 */
public record Violation(String field, String code, List<Object> arguments) {

    public Violation(String field, String code, Object... arguments) {
        this(field, code, Arrays.asList(arguments));
    }
}
