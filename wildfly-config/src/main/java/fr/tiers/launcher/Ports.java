package fr.tiers.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free TCP port on this machine.", e);
        }
    }

    /** The wished port when it is free, else any free one. */
    public static int freeOr(int wished) {
        return isFree(wished) ? wished : free();
    }

    /** Whether a server could listen on this port, on the loopback address and on all addresses. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    /** Refuses a taken port in one sentence that names the property to change. */
    public static void requireFree(int port, String property) {
        if (!isFree(port)) {
            throw new StartFailure(
                    "Port " + port + " is already in use: stop the program that uses it, or choose another with -D"
                            + property + "=<port>.");
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // connections of a server that has just stopped may linger; they do not hold the port
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
