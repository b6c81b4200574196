package fr.tiers.crash;

import fr.tiers.launcher.EmbeddedDatabase;
import fr.tiers.launcher.Ports;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** The installation guide, followed word by word: stock WildFly, stock PostgreSQL, the server kit, the EAR. */
@DisabledOnOs(OS.WINDOWS)
class ServerKitIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String DATABASE = "crm";
    private static final String DATABASE_PASSWORD = "p\\ss word=é#1";
    private static final String LOGIN = "marie.durand";
    private static final String PASSWORD = "Vive la Bretagne à vélo";

    private static Path folder;
    private static Path server;
    private static Path kit;
    private static Path settings;
    private static EmbeddedDatabase postgres;
    private static Process wildfly;
    private static int port;

    @BeforeAll
    static void install() throws Exception {
        folder = Path.of(System.getProperty("tiers.test.folder"), "server-kit").toAbsolutePath();
        empty(folder);
        run("", "unzip", "-q", Installation.path("tiers.test.stock"), "-d", folder);
        run("", "unzip", "-q", Installation.path("tiers.test.kit"), "-d", folder);
        server = onlyFolder("wildfly-");
        kit = onlyFolder("tiers-server-kit");
        prepareDatabase();
        run("", kit.resolve("bin/configure.sh"), server);
        writeSettings();
        Files.copy(Installation.path("tiers.test.ear"), server.resolve("standalone/deployments/tiers.ear"));
        startWildFly();
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (wildfly != null) {
            wildfly.descendants().forEach(ProcessHandle::destroy);
            if (!wildfly.waitFor(60, TimeUnit.SECONDS)) {
                Program.end(wildfly);
            }
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static String run(String input, Object... words) throws Exception {
        var outcome = Program.run(folder, PATIENCE, input, words);
        assertThat(outcome.code()).as("%s: %s", words[0], outcome.said()).isZero();
        return outcome.said();
    }

    private static Path onlyFolder(String beginning) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.filter(each -> each.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Section 1 of the guide. */
    private static void prepareDatabase() throws SQLException {
        postgres = EmbeddedDatabase.throwAway(folder.resolve("postgresql"));
        try (var connection = postgres.connectAsAdministrator();
                var statement = connection.createStatement()) {
            statement.execute("create role crm login password '" + DATABASE_PASSWORD + "'");
            statement.execute(
                    """
                    create database crm owner crm encoding 'UTF8' template template0
                        locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'
                    """);
            statement.execute("revoke all on database crm from public");
        }
    }

    /** Section 3 of the guide. */
    private static void writeSettings() throws Exception {
        var keys = run("", kit.resolve("bin/create-token-keys.sh"), folder.resolve("keys"));
        var text = Files.readString(kit.resolve("tiers.properties"))
                .replaceFirst("(?m)^tiers.db.url=.*$", "tiers.db.url=" + databaseUrl())
                .replaceFirst("(?m)^tiers.db.user=.*$", "tiers.db.user=" + DATABASE)
                .replace("\ntiers.db.password=\n", "\ntiers.db.password=" + escaped(DATABASE_PASSWORD) + "\n")
                .replaceFirst("(?m)^tiers.smtp.port=.*$", "tiers.smtp.port=" + Ports.free())
                .replaceAll("(?m)^tiers.token.p.*$", "");
        settings = Files.writeString(folder.resolve("tiers.properties"), text + "\n" + keys);
    }

    /** As the guide says of passwords in this file. */
    private static String escaped(String password) {
        return password.replace("\\", "\\\\");
    }

    private static String databaseUrl() {
        return "jdbc:postgresql://localhost:" + postgres.port() + "/" + DATABASE;
    }

    private static long users() throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl(), DATABASE, DATABASE_PASSWORD);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from app_user")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Section 4 of the guide, without systemd. */
    private static void startWildFly() throws Exception {
        port = Ports.free();
        var start = new ProcessBuilder(
                server.resolve("bin/standalone.sh").toString(),
                "--properties=" + settings,
                "-b",
                "127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.management.http.port=" + Ports.free());
        start.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        start.environment()
                .put("JAVA_OPTS", "-Xms256m -Xmx1g -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true");
        wildfly = start.redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        var deployments = server.resolve("standalone/deployments");
        Until.holds("deployment", PATIENCE, () -> {
            assertThat(deployments.resolve("tiers.ear.failed")).doesNotExist();
            assertThat(wildfly.isAlive()).isTrue();
            return Files.exists(deployments.resolve("tiers.ear.deployed"));
        });
    }

    @Test
    void the_first_administrator_is_created_at_the_console_and_nobody_gets_in_before() throws Exception {
        assertThat(users()).isZero();
        for (var guess : new String[] {"tiers", "admin", "password", "changeit", ""}) {
            assertThat(rest("admin", guess).get("/tiers").status()).as(guess).isEqualTo(401);
            assertThat(rest("tiers", guess).get("/tiers").status()).as(guess).isEqualTo(401);
        }

        var tooShort = create("secret");
        assertThat(tooShort.code()).isNotZero();
        assertThat(tooShort.said()).contains("12 caractères");
        assertThat(users()).isZero();

        var created = create(PASSWORD);
        assertThat(created.code()).as(created.said()).isZero();
        assertThat(created.said()).contains(LOGIN).doesNotContain(PASSWORD);
        assertThat(create(PASSWORD).code()).as("a second one of that name").isNotZero();
        assertThat(users()).isEqualTo(1);

        rest(LOGIN, PASSWORD).get("/tiers").expect(200);
        assertThat(rest(LOGIN, "wrong " + PASSWORD).get("/tiers").status()).isEqualTo(401);
        var token = rest(LOGIN, PASSWORD).takeToken();
        token.post("/tiers", "{\"name\":\"Boulangerie Le Goff\",\"types\":[\"PROSPECT\"]}")
                .expect(201);
        assertThat(token.get("/tiers?q=goff").expect(200).body().path("total").asInt())
                .isEqualTo(1);
        signsInWithTheForm();
    }

    private static Program.Outcome create(String password) throws IOException, InterruptedException {
        return Program.run(
                folder,
                PATIENCE,
                password + "\n",
                kit.resolve("bin/create-administrator.sh"),
                settings,
                LOGIN,
                "Marie Durand",
                "marie.durand@example.fr");
    }

    private static Rest rest(String login, String password) {
        return Rest.withPassword("http://127.0.0.1:" + port, login, password);
    }

    private static void signsInWithTheForm() throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var asked = browser.send(page("index.xhtml").GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(asked.body()).contains("j_password").doesNotContain(LOGIN);
        var typed = "j_username=" + LOGIN + "&j_password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);

        var signedIn = browser.send(
                page("j_security_check")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(typed))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(signedIn.body()).contains(LOGIN).doesNotContain("j_password");
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/tiers/" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept-Language", "fr");
    }
}
