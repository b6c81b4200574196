package fr.tiers.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A mail server that answers each command as the test wants; an empty answer cuts the line. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final UnaryOperator<String> script;
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    /** @param script command to answer, null for the usual one; the end of the mail is the command "." */
    ScriptedSmtpServer(UnaryOperator<String> script) throws IOException {
        this.script = script;
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Envelope recipients of the mails accepted. */
    List<String> accepted() {
        return accepted;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client has gone or the test is over.
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        var recipients = new CopyOnWriteArrayList<String>();
        out.print("220 ready\r\n");
        out.flush();
        var data = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            var answer = script.apply(line);
            answer = answer == null ? usual(line) : answer;
            if (answer.isEmpty()) {
                return;
            }
            out.print(answer + "\r\n");
            out.flush();
            if (line.equals(".") && answer.startsWith("250")) {
                accepted.addAll(recipients);
            }
            if (line.startsWith("RCPT") && answer.startsWith("250")) {
                recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            }
            if (line.startsWith("RSET")) {
                recipients.clear();
            }
            data = line.startsWith("DATA") && answer.startsWith("354");
        }
    }

    private static String usual(String line) {
        return line.startsWith("DATA") ? "354 go on" : "250 ok";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
