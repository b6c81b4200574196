package fr.tiers.admin;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * An account with the role of an administrator, to be written.
 *
 * @param login in lower case
 * @param email may be null
 */
record Administrator(String login, String displayName, String email) {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD_BYTES = 72; // bcrypt reads no more
    private static final int COST = 12;
    private static final String UNKNOWN_TABLE = "42P01";

    Administrator {
        login = login.strip().toLowerCase(Locale.ROOT);
        if (!login.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
            throw new CommandFailure("L'identifiant doit être fait de lettres sans accent, de chiffres et de . _ @ -");
        }
    }

    void checkPassword(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new CommandFailure("Le mot de passe doit compter au moins " + SHORTEST_PASSWORD + " caractères.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new CommandFailure("Le mot de passe ne doit pas dépasser " + LONGEST_PASSWORD_BYTES + " octets.");
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            throw new CommandFailure("Le mot de passe ne doit pas contenir l'identifiant.");
        }
    }

    /** Writes account and role together, or nothing. */
    void create(Connection connection, String password) throws SQLException {
        checkPassword(password);
        connection.setAutoCommit(false);
        try (PreparedStatement user = connection.prepareStatement(
                        "insert into app_user (login, display_name, email, password_hash, active) values (?, ?, ?, ?, true)"
                                + " on conflict (login) do nothing returning id");
                PreparedStatement role = connection.prepareStatement(
                        "insert into app_user_role (user_id, role) values (?, 'ADMINISTRATOR')")) {
            user.setString(1, login);
            user.setString(2, displayName);
            user.setString(3, email);
            user.setString(4, BCrypt.withDefaults().hashToString(COST, password.toCharArray()));
            try (ResultSet created = user.executeQuery()) {
                if (!created.next()) {
                    throw new CommandFailure("L'identifiant " + login + " existe déjà : rien n'a été changé.");
                }
                role.setLong(1, created.getLong(1));
            }
            role.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            if (UNKNOWN_TABLE.equals(e.getSQLState())) {
                throw new CommandFailure(
                        "Les tables de Tiers n'existent pas encore : déployez d'abord l'application une fois.", e);
            }
            throw e;
        }
    }
}
