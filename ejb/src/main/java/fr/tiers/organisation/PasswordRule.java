package fr.tiers.organisation;

import at.favre.lib.crypto.bcrypt.BCrypt;
import fr.tiers.kernel.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Passwords: at least 12 characters (CNIL recommendation 2022-100 with a lock-out), at most 72 bytes (what bcrypt reads), not the login.
 * No rule of composition, no forced change (OWASP ASVS 5.0, 6.2). Hashed with bcrypt, cost 12.
 */
public final class PasswordRule {

    static final int MINIMUM = 12;
    static final int MAXIMUM_BYTES = 72;
    private static final int COST = 12;

    private PasswordRule() {}

    public static Optional<Violation> check(String login, String password) {
        if (password == null || password.codePointCount(0, password.length()) < MINIMUM) {
            return Optional.of(new Violation("password", "password-too-short", MINIMUM));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
            return Optional.of(new Violation("password", "too-long", MAXIMUM_BYTES));
        }
        if (login != null && password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Violation("password", "password-contains-login"));
        }
        return Optional.empty();
    }

    /** @return the hash in modular crypt format, as the security domain reads it */
    public static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }
}
