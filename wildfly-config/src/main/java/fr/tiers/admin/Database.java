package fr.tiers.admin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How {@code tiers.properties} names the database. */
record Database(String url, String user, String password) {

    static Database of(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new CommandFailure("Le fichier " + file + " n'est pas lisible.", e);
        }
        return new Database(
                properties.getProperty("tiers.db.url", "jdbc:postgresql://localhost:5432/tiers"),
                properties.getProperty("tiers.db.user", "tiers"),
                properties.getProperty("tiers.db.password", ""));
    }

    Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new CommandFailure("La base de données " + url + " ne répond pas : " + e.getMessage(), e);
        }
    }
}
