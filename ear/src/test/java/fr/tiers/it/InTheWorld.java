package fr.tiers.it;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the world running before Arquillian looks for it. Inside the server, where Arquillian runs the same test again, it rests. */
public final class InTheWorld implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!isInContainer()) {
            World.get();
        }
    }

    static boolean isInContainer() {
        return System.getProperty("jboss.server.base.dir") != null;
    }
}
