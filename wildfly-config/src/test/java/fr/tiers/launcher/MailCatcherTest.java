package fr.tiers.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherTest {

    private static final String MAIL =
            """
            From: Tiers <crm@example.fr>
            To: =?UTF-8?Q?Ren=C3=A9e?= <renee@example.fr>
            Subject: =?UTF-8?Q?R=C3=A8glement_<script>?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8

            Bonjour <b>Renée</b>
            ..une ligne qui commence par un point
            --b
            Content-Type: text/html; charset=UTF-8

            <p>Bonjour</p><script>alert(1)</script>
            --b
            Content-Type: text/csv; name="reçu.csv"
            Content-Disposition: attachment; filename="recu.csv"

            a;b
            --b--
            """
                    .replace("\n", "\r\n");

    @TempDir
    Path folder;

    private MailCatcher catcher;

    @BeforeEach
    void start() throws IOException {
        catcher = MailCatcher.start(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void theFileIsThereWhenTheMailIsAccepted() throws IOException {
        String answer = send(MAIL);
        assertThat(answer).startsWith("250");
        // no waiting: the answer itself is the promise
        assertThat(files()).hasSize(1);
        assertThat(Files.readString(files().get(0))).contains("Bonjour <b>Renée</b>\r\n.une ligne");
        assertThat(files().get(0).getFileName().toString()).endsWith(".eml");
    }

    @Test
    void aMailThatCannotBeStoredIsRefusedForNow() throws IOException {
        Files.delete(folder);
        assertThat(send(MAIL)).startsWith("452");
    }

    @Test
    void namesGrowInTheOrderOfArrival() throws IOException {
        send(MAIL.replace("Subject: ", "Subject: un "));
        send(MAIL.replace("Subject: ", "Subject: deux "));
        assertThat(files()).hasSize(2);
        assertThat(Files.readString(files().get(0))).contains("Subject: un ");
    }

    @Test
    void thePageShowsMailsWithoutRunningThem() throws Exception {
        send(MAIL);
        String name = files().get(0).getFileName().toString();
        assertThat(get("").body()).contains("Règlement &lt;script&gt;", "Renée", name);
        HttpResponse<String> mail = get(name);
        assertThat(mail.body()).contains("Bonjour &lt;b&gt;Renée", "recu.csv").doesNotContain("alert(1)");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        HttpResponse<String> html = get(name + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
        HttpResponse<String> attachment = get(name + "/1");
        assertThat(attachment.body()).isEqualTo("a;b");
        assertThat(attachment.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
    }

    @Test
    void nothingButMailsIsServed() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        for (String path :
                List.of("secret.txt", "..%2Fsecret.txt", "%2e%2e/secret.txt", "20260101T000000.000000Z-000001.eml")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(catcher.pageUrl() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Speaks SMTP by hand and returns the answer to the end of the mail. */
    private String send(String mail) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), catcher.smtpPort());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = socket.getOutputStream()) {
            in.readLine();
            for (String line :
                    List.of("HELO test", "MAIL FROM:<crm@example.fr>", "RCPT TO:<renee@example.fr>", "DATA")) {
                say(out, line);
                in.readLine();
            }
            say(out, mail + ".");
            String answer = in.readLine();
            say(out, "QUIT");
            return answer;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
