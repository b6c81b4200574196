package fr.tiers.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a server: what WildFly's standalone.sh would run. */
final class ServerCommand {

    /** From bin/common.sh: the openings that parts of the server need. */
    private static final List<String> MODULE_OPTIONS = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private ServerCommand() {}

    static List<String> of(ServerOptions options, int managementPort) {
        Path base = options.base();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D[Standalone]");
        command.addAll(List.of("-Xms256m", "-Xmx1536m", "-XX:MetaspaceSize=192m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(MODULE_OPTIONS);
        command.add("-Djava.net.preferIPv4Stack=true");
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        command.add("-Dorg.wildfly.sigterm.suspend.timeout=10");
        command.add("-Dorg.jboss.boot.log.file=" + options.log());
        command.add("-Dlogging.configuration="
                + base.resolve("configuration/logging.properties").toUri());
        command.addAll(options.jvmOptions());
        command.add("-jar");
        command.add(options.home().resolve("jboss-modules.jar").toString());
        command.add("-mp");
        command.add(options.home().resolve("modules").toString());
        command.add("org.jboss.as.standalone");
        command.add("-Djboss.home.dir=" + options.home());
        command.add(baseOption(base));
        command.add("-Djboss.http.port=" + options.port());
        command.add("-Djboss.management.http.port=" + managementPort);
        command.add("--properties=" + base.resolve(ServerBase.PROPERTIES));
        return command;
    }

    static String baseOption(Path base) {
        return "-Djboss.server.base.dir=" + base;
    }
}
