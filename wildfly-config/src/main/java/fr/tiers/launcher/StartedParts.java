package fr.tiers.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** What is running, to be ended in the reverse order; nothing can start any more once the end has begun. */
final class StartedParts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closing;

    /** Starts one part. An end that comes meanwhile waits for it, so no process is left without an owner. */
    synchronized <T extends AutoCloseable> T start(Callable<T> part) throws Exception {
        if (closing) {
            throw new StartFailure("Stopped while starting.");
        }
        T started = part.call();
        parts.push(started);
        return started;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    // the others must still be ended
                    System.err.println("Tiers: " + e.getMessage());
                }
            }
        }
    }
}
