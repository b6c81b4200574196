package fr.tiers.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one server instance needs.
 *
 * @param home a configured WildFly, shared by all instances and never written to
 * @param base the instance's own folder: configuration, deployments, data, log
 * @param port HTTP; the management port is any free one
 * @param settings the contents of its {@code tiers.properties}
 * @param jvmOptions further options of its Java, after our own
 */
public record ServerOptions(Path home, Path base, int port, Map<String, String> settings, List<String> jvmOptions) {

    public ServerOptions {
        home = home.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        jvmOptions = List.copyOf(jvmOptions);
    }

    Path log() {
        return base.resolve("log/server.log");
    }

    /** Standard output: also holds what a server says before its logging stands. */
    Path console() {
        return base.resolve("log/console.log");
    }

    Path deployments() {
        return base.resolve("deployments");
    }

    Path pidFile() {
        return ServerBase.pidFile(base);
    }
}
