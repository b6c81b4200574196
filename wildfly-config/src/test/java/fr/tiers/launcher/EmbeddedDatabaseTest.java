package fr.tiers.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseTest {

    private static final List<String> EXTENSIONS =
            List.of("pg_trgm", "unaccent", "btree_gin", "btree_gist", "ltree", "pgcrypto");

    @TempDir
    Path folder;

    @Test
    void dataSurvivesACrash() throws SQLException {
        EmbeddedDatabase first = EmbeddedDatabase.persistent(folder);
        assertThat(first.setting("fsync")).isEqualTo("on");
        assertThat(first.setting("synchronous_commit")).isEqualTo("on");
        try (Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("create extension " + extension);
            }
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('été'), ('Zoé'), ('ete')");
        }
        first.kill();

        try (EmbeddedDatabase second = EmbeddedDatabase.persistent(folder, first.port());
                Connection connection = second.connect();
                Statement statement = connection.createStatement();
                ResultSet words = statement.executeQuery(
                        "select string_agg(upper(word), ' ' order by word collate \"fr-x-icu\") from kept")) {
            words.next();
            assertThat(words.getString(1)).isEqualTo("ETE ÉTÉ ZOÉ");
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws Exception {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/postgresql.conf"), "# initdb got as far as this");
        Files.writeString(folder.resolve("cluster/postmaster.pid"), "1\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.throwAway(folder)) {
            assertThat(database.setting("fsync")).isEqualTo("off");
            assertThat(database.setting("server_encoding")).isEqualTo("UTF8");
        }
    }
}
