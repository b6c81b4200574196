package fr.tiers.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tiers.tier.identity.Siren;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code mvn -Pbenchmark -Dwhat=import -Drows=100000} while {@code mvn -Prun} is up: makes a file, simulates it, runs it. With
 * {@code -Drelated=true} each row brings a contact and a tag as well. {@code -Dtiers.server} names another server than the local one,
 * {@code -Dtiers.user} another user than {@code admin:tiers}.
 */
final class ImportBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "tiers-benchmark";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server = System.getProperty("tiers.server", "http://localhost:8080/tiers");
    private final String user = System.getProperty("tiers.user", "admin:tiers");
    private final int rows = Integer.getInteger("rows", 100_000);
    private final boolean related = Boolean.getBoolean("related");
    private final PrintStream out;

    private ImportBenchmark(PrintStream out) {
        this.out = out;
    }

    static void run(PrintStream out) {
        try {
            new ImportBenchmark(out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws IOException, InterruptedException {
        var file = Files.createTempFile("tiers-import", ".csv");
        try {
            write(file);
            var processor = Consumption.of("jboss-modules");
            var database = Consumption.of("postgres");
            out.printf(
                    "%n%,d rows%s, %,d KiB, load %.1f%n",
                    rows, related ? " with contact and tag" : "", Files.size(file) / 1024, Benchmark.load());
            long begin = System.nanoTime();
            var imported = upload(file);
            said("upload", begin);
            var it = "imports/" + imported.get("id").asText();
            step(it, "simulation", processor, database);
            step(it, "execution", processor, database);
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file) throws IOException {
        int run = ThreadLocalRandom.current().nextInt(100, 999);
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("Raison sociale;SIRET;Type;Téléphone;E-mail;Adresse;Code postal;Ville");
            text.write(related ? ";Nom contact;Prénom contact;E-mail contact;Étiquettes\n" : "\n");
            for (int i = 0; i < rows; i++) {
                var siret = siret(run, i);
                text.write(
                        "Ateliers du Port %d %d;%s;%s;02 98 %02d %02d %02d;contact%d@port-%d.example;%d quai du Port;29%03d;Brest"
                                .formatted(
                                        run,
                                        i,
                                        siret,
                                        i % 3 == 0 ? "Client" : "Prospect",
                                        i / 10_000 % 100,
                                        i / 100 % 100,
                                        i % 100,
                                        i,
                                        run,
                                        i % 200 + 1,
                                        i % 1000));
                text.write(
                        related
                                ? ";Le Goff %d;Anne;anne%d@port-%d.example;Salon %d\n".formatted(i, i, run, i % 20)
                                : "\n");
            }
        }
    }

    private static String siret(int run, int number) {
        var unit = "%03d%05d".formatted(run, number % 100_000);
        int key = 0;
        while (!Siren.isValid(unit + key)) {
            key++;
        }
        var whole = unit + key + "%04d".formatted(number / 100_000);
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            int digit = whole.charAt(i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return whole + (10 - sum % 10) % 10;
    }

    private JsonNode upload(Path file) throws IOException, InterruptedException {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"benchmark.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return send("POST", "imports", "Content-Type", "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    /** Starts a run and waits for its end. */
    private void step(String it, String what, Consumption server, Consumption database)
            throws IOException, InterruptedException {
        var version = send("GET", it, "Accept", "application/json", BodyPublishers.noBody())
                .get("version")
                .asText();
        server.begin();
        database.begin();
        long begin = System.nanoTime();
        send("POST", it + '/' + what, "If-Match", '"' + version + '"', BodyPublishers.noBody());
        JsonNode now;
        do {
            Thread.sleep(250);
            server.look();
            now = send("GET", it, "Accept", "application/json", BodyPublishers.noBody());
        } while (now.get("status").asText().matches("SIMULATING|RUNNING"));
        double seconds = said(what, begin);
        out.printf(
                "  %s %s; %,.0f rows/s; processor: server %.1f s, database %.1f s; heap of the server at most %,d MiB%n",
                now.get("status").asText(),
                now.get("counts"),
                rows / seconds,
                server.seconds(),
                database.seconds(),
                server.heap() >> 20);
    }

    private double said(String what, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf("%-12s %8.1f s, load %.1f%n", what, seconds, Benchmark.load());
        return seconds;
    }

    private JsonNode send(String method, String path, String header, String value, BodyPublisher body)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(server + "/api/v1/" + path))
                        .timeout(Duration.ofMinutes(10))
                        .header("Authorization", authorization())
                        .header(header, value)
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + ' ' + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String token;

    /** A password costs the server a bcrypt each time: a token instead. */
    private String authorization() throws IOException, InterruptedException {
        if (token == null) {
            token = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            token = "Bearer "
                    + send(
                                    "POST",
                                    "tokens",
                                    "Content-Type",
                                    "application/json",
                                    BodyPublishers.ofString("{\"name\":\"benchmark\"}"))
                            .get("token")
                            .asText();
        }
        return token;
    }
}
