package fr.tiers.admin;

import at.favre.lib.crypto.bcrypt.BCrypt;
import fr.tiers.launcher.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdministratorTest {

    private static final String PASSWORD = "une phrase assez longue";

    private final Administrator chief = new Administrator("Chief ", "La cheffe", null);

    @Test
    void aWeakPasswordIsRefused() {
        assertThatThrownBy(() -> chief.checkPassword("court")).hasMessageContaining("au moins 12 caractères");
        assertThatThrownBy(() -> chief.checkPassword("x".repeat(73))).hasMessageContaining("72 octets");
        assertThatThrownBy(() -> chief.checkPassword("la CHIEF du bureau")).hasMessageContaining("identifiant");
        assertThatThrownBy(() -> new Administrator("deux mots", "x", null)).isInstanceOf(CommandFailure.class);
    }

    @Test
    void theFirstAdministratorIsCreatedOnceAndOnlyAfterTheTables(@TempDir Path folder) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.throwAway(folder)) {
            assertThatThrownBy(() -> create(database)).hasMessageContaining("déployez d'abord l'application");
            execute(
                    database,
                    """
                    create table app_user (id bigint generated always as identity primary key, login text unique,
                        display_name text, email text, password_hash text, active boolean);
                    create table app_user_role (user_id bigint references app_user, role text)
                    """);
            create(database);
            assertThatThrownBy(() -> create(database)).hasMessageContaining("chief existe déjà");

            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select u.login, u.password_hash, r.role from app_user u"
                            + " join app_user_role r on r.user_id = u.id where u.active")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("chief");
                assertThat(row.getString(2)).startsWith("$2a$12$");
                assertThat(BCrypt.verifyer().verify(PASSWORD.toCharArray(), row.getString(2)).verified)
                        .isTrue();
                assertThat(row.getString(3)).isEqualTo("ADMINISTRATOR");
                assertThat(row.next()).isFalse();
            }
        }
    }

    private void create(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            chief.create(connection, PASSWORD);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
