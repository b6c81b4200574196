package fr.tiers.simulator;

import fr.tiers.simulator.control.Provider;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts the simulator from a command line: {@code SimulatorMain [port] [--unlimited] [--recordings=<folder>]
 * [--units=<count>]}. Ends when the process is told to.
 */
public final class SimulatorMain {

    private static final int USUAL_PORT = 8099;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = USUAL_PORT;
        SimulatorOptions options = SimulatorOptions.usual();
        for (String argument : arguments) {
            if ("--unlimited".equals(argument)) {
                options = options.unlimited();
            } else if (argument.startsWith("--recordings=")) {
                options = options.withRecordings(Path.of(argument.substring("--recordings=".length())));
            } else if (argument.startsWith("--units=")) {
                options = options.withFictitiousUnits(Integer.parseInt(argument.substring("--units=".length())));
            } else {
                port = Integer.parseInt(argument);
            }
        }
        RegistrySimulator simulator = RegistrySimulator.start(port, options);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "registry-simulator-stop"));
        System.out.printf(
                "Registry simulator: %d units%n", simulator.registry().units().size());
        for (Provider provider : Provider.values()) {
            System.out.printf("  %-10s %s%n", provider.key(), simulator.url(provider));
        }
        System.out.printf("  %-10s %s/control%n", "control", simulator.url());
        Thread.currentThread().join();
    }
}
