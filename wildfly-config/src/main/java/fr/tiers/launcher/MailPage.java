package fr.tiers.launcher;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The page of the mail catcher: {@code /} the list, {@code /<name>} one mail, {@code /<name>/html} its HTML,
 * {@code /<name>/source} the file, {@code /<name>/<n>} its n-th attachment.
 *
 * <p>Mails hold whatever users typed: text is escaped, HTML runs in a sandbox without scripts or network, files are only offered
 * for download.
 */
final class MailPage implements HttpHandler {

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";
    private static final String MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final MailStore store;

    MailPage(MailStore store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                text(exchange, 405, "Cette page ne fait que montrer.");
                return;
            }
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
            if (path[0].isEmpty()) {
                page(exchange, MailHtml.list(store), PAGE_POLICY);
                return;
            }
            Optional<Path> file = store.find(path[0]);
            if (file.isEmpty()) {
                text(exchange, 404, "Ce courriel n'existe pas.");
            } else {
                show(exchange, file.get(), path.length > 1 ? path[1] : "");
            }
        } catch (MessagingException e) {
            text(exchange, 500, "Ce courriel n'est pas lisible.");
        }
    }

    private void show(HttpExchange exchange, Path file, String part) throws IOException, MessagingException {
        switch (part) {
            case "" -> page(exchange, MailHtml.mail(file.getFileName().toString(), Mail.read(file)), PAGE_POLICY);
            case "html" -> page(
                    exchange, Optional.ofNullable(Mail.read(file).html()).orElse(""), MAIL_POLICY);
            case "source" -> {
                try (InputStream in = Files.newInputStream(file)) {
                    download(exchange, file.getFileName().toString(), in);
                }
            }
            default -> attachment(exchange, Mail.read(file).attachments(), part);
        }
    }

    private static void attachment(HttpExchange exchange, List<Mail.Attachment> attachments, String number)
            throws IOException, MessagingException {
        int index = number.matches("\\d{1,3}") ? Integer.parseInt(number) - 1 : -1;
        if (index < 0 || index >= attachments.size()) {
            text(exchange, 404, "Cette pièce jointe n'existe pas.");
            return;
        }
        try (InputStream in = attachments.get(index).part().getInputStream()) {
            download(exchange, attachments.get(index).name(), in);
        }
    }

    private static void page(HttpExchange exchange, String html, String policy) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        answer(exchange, 200, "text/html; charset=UTF-8", html);
    }

    private static void text(HttpExchange exchange, int status, String sentence) throws IOException {
        answer(exchange, status, "text/plain; charset=UTF-8", sentence);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers(exchange).set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void download(HttpExchange exchange, String name, InputStream in) throws IOException {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        Headers headers = headers(exchange);
        headers.set("Content-Type", "application/octet-stream");
        headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        in.transferTo(out);
    }

    private static Headers headers(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        return headers;
    }
}
