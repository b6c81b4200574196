package fr.tiers.crash;

import fr.tiers.launcher.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that accepts, refuses, dawdles or is away, as the test wants; it keeps what it accepted. */
final class MoodyMailServer implements AutoCloseable {

    /** What it says to the next mails; 0 for yes. */
    private volatile int refusal;

    private volatile String remark = "";
    private volatile Duration slowness = Duration.ZERO;

    private final int port = Ports.free();
    private final List<Mail> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger offered = new AtomicInteger();
    private SMTPServer smtp;

    /**
     * An accepted mail about a payment.
     *
     * @param payment id found in the name of its attachment
     */
    record Mail(String messageId, long payment) {

        private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");
        private static final Pattern PAYMENT = Pattern.compile("payment-(\\d+)\\.json");

        static Mail read(String text) {
            return new Mail(find(MESSAGE_ID, text), Long.parseLong(find(PAYMENT, text)));
        }

        private static String find(Pattern pattern, String text) {
            var matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new IllegalArgumentException("no " + pattern + " in " + text);
            }
            return matcher.group(1);
        }
    }

    /** The port stays the same however often it opens and closes. */
    int port() {
        return port;
    }

    void open() {
        smtp = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .hostName("localhost")
                .messageHandlerFactory(context -> new Handler())
                .build();
        smtp.start();
    }

    /** Connections are refused until it opens again. */
    void shut() {
        if (smtp != null) {
            smtp.stop();
            smtp = null;
        }
    }

    MoodyMailServer refusing(int code, String text) {
        refusal = code;
        remark = text;
        return this;
    }

    MoodyMailServer accepting() {
        return acceptingAfter(Duration.ZERO);
    }

    /** Takes that long from the end of the mail to its yes. */
    MoodyMailServer acceptingAfter(Duration pause) {
        refusal = 0;
        slowness = pause;
        return this;
    }

    List<Mail> accepted() {
        return List.copyOf(accepted);
    }

    List<Mail> about(long payment) {
        return accepted.stream().filter(mail -> mail.payment() == payment).toList();
    }

    /** How often somebody tried to leave a mail, whatever came of it. */
    int offered() {
        return offered.get();
    }

    @Override
    public void close() {
        shut();
    }

    private final class Handler implements MessageHandler {

        @Override
        public void from(String sender) {
            offered.incrementAndGet();
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (refusal > 0) {
                throw new RejectException(refusal, remark);
            }
        }

        @Override
        public String data(InputStream mail) throws IOException {
            // Kept before the answer, as a real server does: who dies before reading the answer has sent it all the
            // same.
            accepted.add(Mail.read(new String(mail.readAllBytes(), StandardCharsets.UTF_8)));
            dawdle();
            return "kept";
        }

        @Override
        public void done() {
            // nothing is held
        }

        private void dawdle() {
            try {
                Thread.sleep(slowness.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
