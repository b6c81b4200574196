package fr.tiers.document;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** ClamAV's daemon over TCP ({@code INSTREAM}); without an address nothing is scanned. */
@ApplicationScoped
public class ClamAv implements DocumentScanner {

    private static final Logger LOG = Logger.getLogger(ClamAv.class);
    private static final int PIECE = 64 * 1024;
    private static final int MAX_ANSWER = 4_096;
    private static final int CONNECT_TIMEOUT = 5_000;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final Optional<InetSocketAddress> daemon;
    private final boolean acceptUnseen;
    private final Duration timeout;

    protected ClamAv() {
        this(Optional.empty(), "REFUSE", Duration.ZERO);
    }

    /**
     * @param address {@code tiers.document.clamav}: host:port; absent, nothing is scanned
     * @param whenUnreachable {@code tiers.document.clamav.unreachable}: REFUSE or ACCEPT
     * @param timeout {@code tiers.document.clamav.timeout}: how long the daemon may be silent
     */
    @Inject
    public ClamAv(
            @ConfigProperty(name = "tiers.document.clamav") Optional<String> address,
            @ConfigProperty(name = "tiers.document.clamav.unreachable", defaultValue = "REFUSE") String whenUnreachable,
            @ConfigProperty(name = "tiers.document.clamav.timeout", defaultValue = "PT1M") Duration timeout) {
        this.daemon = address.filter(text -> !text.isBlank()).map(ClamAv::parse);
        this.acceptUnseen = "ACCEPT".equalsIgnoreCase(whenUnreachable.strip());
        this.timeout = timeout;
    }

    private static InetSocketAddress parse(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).strip().matches("\\d{1,5}")) {
            throw new IllegalArgumentException("tiers.document.clamav must be host:port, not " + address);
        }
        return InetSocketAddress.createUnresolved(
                address.substring(0, colon).strip(),
                Integer.parseInt(address.substring(colon + 1).strip()));
    }

    @Override
    public void requireClean(String fileName, InputStream content) {
        if (daemon.isEmpty()) {
            return;
        }
        String answer;
        try {
            answer = ask(daemon.get(), content);
        } catch (IOException e) {
            LOG.warnf("ClamAV at %s does not answer: %s", daemon.get(), e);
            answer = "";
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            LOG.warnf("Refused a file with %s", found.group(1));
            throw new BusinessException(Kind.REFUSED, "document-infected", fileName, found.group(1));
        }
        if (!"stream: OK".equals(answer)) {
            if (!answer.isEmpty()) {
                LOG.warnf("ClamAV could not scan a file: %s", answer);
            }
            if (!acceptUnseen) {
                throw new BusinessException(Kind.UNAVAILABLE, "document-scanner-unavailable", fileName);
            }
        }
    }

    private String ask(InetSocketAddress address, InputStream content) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_TIMEOUT);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                if (read > 0) {
                    out.writeInt(read);
                    out.write(piece, 0, read);
                }
            }
            out.writeInt(0);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && bytes.size() < MAX_ANSWER; next = in.read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
