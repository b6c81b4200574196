package fr.tiers.shell.web;

import java.util.Locale;
import java.util.Optional;

/** Which set of design tokens a page shows; SYSTEM follows the device. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The value of {@code data-theme}, of the cookie and of the message key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> of(String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
