package fr.tiers.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server that sends nothing on: each mail becomes a file in a folder and an entry of a small page. */
public final class MailCatcher implements AutoCloseable {

    private static final int LARGEST_MAIL = 50 * 1024 * 1024;

    private final MailStore store;
    private final SMTPServer smtp;
    private final HttpServer page;
    private final ExecutorService readers;

    private MailCatcher(MailStore store, SMTPServer smtp, HttpServer page, ExecutorService readers) {
        this.store = store;
        this.smtp = smtp;
        this.page = page;
        this.readers = readers;
    }

    /** Starts both servers on the loopback address; port 0 means any free one. */
    public static MailCatcher start(Path folder, int smtpPort, int pagePort) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        MailStore store = new MailStore(folder, Clock.systemUTC());
        SMTPServer smtp = new SMTPServer.Builder()
                .bindAddress(here)
                .port(smtpPort == 0 ? Ports.free() : smtpPort)
                .hostName("localhost")
                .softwareName("Tiers mail catcher")
                .maxMessageSize(LARGEST_MAIL)
                .insertReceivedHeaders(false) // the file holds what the application sent, byte for byte
                .messageHandlerFactory(context -> new SmtpReceiver(store))
                .build();
        HttpServer page = HttpServer.create(new InetSocketAddress(here, pagePort), 0);
        ExecutorService readers = Executors.newFixedThreadPool(2, MailCatcher::reader);
        page.setExecutor(readers);
        page.createContext("/", new MailPage(store));
        smtp.start();
        page.start();
        return new MailCatcher(store, smtp, page, readers);
    }

    private static Thread reader(Runnable work) {
        Thread thread = new Thread(work, "mail-page");
        thread.setDaemon(true);
        return thread;
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public String pageUrl() {
        return "http://localhost:" + page.getAddress().getPort() + "/";
    }

    public Path folder() {
        return store.folder();
    }

    @Override
    public void close() {
        smtp.stop();
        page.stop(0);
        readers.shutdownNow();
    }
}
