package fr.tiers.organisation;

import fr.tiers.kernel.BusinessException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A functional setting that a feature declares: how the company wants a rule to be. What is set is a text; several codes are separated
 * by commas.
 *
 * @param code {@code <feature>.<name>}; its texts are {@code setting.<code>} and {@code setting.<code>.hint}
 * @param choices allowed values of a CHOICE, each with the text {@code setting.<code>.<choice>}; empty for the other kinds
 * @param rule of a TEXT: throws INVALID on {@code value} for what is refused
 */
public record Setting(String code, Kind kind, String byDefault, List<String> choices, Consumer<String> rule) {

    /** No TEXT is longer. */
    public static final int MAX_TEXT = 500;

    /** What can be chosen. */
    public enum Kind {
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of the choices. */
        CHOICE,
        /** Codes of groups of users; empty for all users. */
        GROUPS,
        /** Whatever its rule lets pass; empty by default. */
        TEXT
    }

    public static Setting flag(String code, boolean byDefault) {
        return new Setting(code, Kind.FLAG, String.valueOf(byDefault), List.of(), text -> {});
    }

    /** @param choices the first is the default */
    public static Setting choice(String code, String... choices) {
        return new Setting(code, Kind.CHOICE, choices[0], List.of(choices), text -> {});
    }

    public static Setting groups(String code) {
        return new Setting(code, Kind.GROUPS, "", List.of(), text -> {});
    }

    public static Setting text(String code, Consumer<String> rule) {
        return new Setting(code, Kind.TEXT, "", List.of(), rule);
    }

    static List<String> codes(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * @return the value as it is kept
     * @throws BusinessException INVALID on {@code value}
     */
    String accept(String value, Set<String> groups) {
        var wanted = value == null ? "" : value.strip();
        boolean known =
                switch (kind) {
                    case FLAG -> Set.of("true", "false").contains(wanted);
                    case CHOICE -> choices.contains(wanted);
                    case TEXT -> wanted.length() <= MAX_TEXT && wanted.indexOf('\0') < 0;
                    case GROUPS -> groups.containsAll(codes(wanted));
                };
        if (!known) {
            throw BusinessException.invalid("value", "unknown-value", wanted);
        }
        rule.accept(wanted);
        return kind == Kind.GROUPS ? String.join(",", codes(wanted)) : wanted;
    }
}
