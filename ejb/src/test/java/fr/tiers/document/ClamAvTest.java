package fr.tiers.document;

import fr.tiers.kernel.BusinessException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a small server that speaks the daemon's protocol. */
class ClamAvTest {

    private static final byte[] FILE = "x".repeat(150_000).getBytes(StandardCharsets.US_ASCII);

    @Test
    void aCleanFileArrivesWholeAndPasses() throws IOException {
        try (var daemon = new Daemon("stream: OK\0")) {
            scanner(daemon.port(), "REFUSE").requireClean("a.pdf", new ByteArrayInputStream(FILE));

            assertThat(daemon.received.join()).isEqualTo(FILE);
        }
    }

    @Test
    void anInfectedFileIsRefusedWithTheNameOfWhatWasFound() throws IOException {
        try (var daemon = new Daemon("stream: Win.Test.EICAR_HDB-1 FOUND\0")) {
            assertThatThrownBy(() ->
                            scanner(daemon.port(), "ACCEPT").requireClean("a.pdf", new ByteArrayInputStream(FILE)))
                    .hasMessageContaining("document-infected")
                    .hasMessageContaining("Win.Test.EICAR_HDB-1");
        }
    }

    @Test
    void aScannerThatCannotBeReachedRefusesUnlessToldToAccept() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> scanner(closed, "REFUSE").requireClean("a.pdf", new ByteArrayInputStream(FILE)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(BusinessException.Kind.UNAVAILABLE);
                    assertThat(refusal.code()).isEqualTo("document-scanner-unavailable");
                });
        assertThatCode(() -> scanner(closed, "ACCEPT").requireClean("a.pdf", new ByteArrayInputStream(FILE)))
                .doesNotThrowAnyException();
    }

    @Test
    void anAnswerThatIsNoneCountsAsNoScanner() throws IOException {
        try (var daemon = new Daemon("INSTREAM size limit exceeded. ERROR\0")) {
            assertThatThrownBy(() ->
                            scanner(daemon.port(), "REFUSE").requireClean("a.pdf", new ByteArrayInputStream(FILE)))
                    .hasMessageContaining("document-scanner-unavailable");
        }
    }

    private static ClamAv scanner(int port, String unreachable) {
        return new ClamAv(Optional.of("127.0.0.1:" + port), unreachable, Duration.ofSeconds(20));
    }

    /** Takes one file and gives one answer. */
    private static final class Daemon implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> received = new CompletableFuture<>();

        Daemon(String answer) throws IOException {
            new Thread(() -> serve(answer), "clamd").start();
        }

        int port() {
            return server.getLocalPort();
        }

        private void serve(String answer) {
            try (var socket = server.accept();
                    var in = new DataInputStream(socket.getInputStream())) {
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                received.complete(file.toByteArray());
            } catch (IOException | AssertionError e) {
                received.completeExceptionally(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
