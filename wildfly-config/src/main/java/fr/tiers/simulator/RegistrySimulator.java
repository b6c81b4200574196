package fr.tiers.simulator;

import com.sun.net.httpserver.HttpServer;
import fr.tiers.simulator.control.ControlEndpoint;
import fr.tiers.simulator.control.Counters;
import fr.tiers.simulator.control.Faults;
import fr.tiers.simulator.control.Gatekeeper;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.data.Registry;
import fr.tiers.simulator.geopf.GeocodingEndpoint;
import fr.tiers.simulator.http.ProviderEndpoint;
import fr.tiers.simulator.infogreffe.InfogreffeEndpoint;
import fr.tiers.simulator.insee.SireneEndpoint;
import fr.tiers.simulator.recherche.RechercheEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The four simulated services and their control page on one loopback port. */
public final class RegistrySimulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Gateway gateway;
    private final Registry registry;
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Gatekeeper gatekeeper;

    private RegistrySimulator(int port, SimulatorOptions options) throws IOException {
        registry = Registry.load(options.recordings(), options.fictitiousUnits());
        gatekeeper = new Gatekeeper(options.clock(), options.limited());
        Map<Provider, ProviderEndpoint> endpoints = new EnumMap<>(Provider.class);
        endpoints.put(Provider.RECHERCHE, new RechercheEndpoint(registry));
        endpoints.put(
                Provider.INFOGREFFE, new InfogreffeEndpoint(registry, () -> gatekeeper.limits(Provider.INFOGREFFE)));
        endpoints.put(Provider.INSEE, new SireneEndpoint(registry, () -> gatekeeper.limits(Provider.INSEE)));
        endpoints.put(Provider.GEOPF, new GeocodingEndpoint(registry.communes(), registry.nomenclatures()));
        ControlEndpoint control = new ControlEndpoint(faults, counters, gatekeeper);
        gateway = new Gateway(endpoints, control, faults, counters, gatekeeper);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "registry-simulator");
            thread.setDaemon(true);
            return thread;
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", gateway);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts with the usual options.
     *
     * @param port {@code 0} for any free port
     */
    public static RegistrySimulator start(int port) throws IOException {
        return start(port, SimulatorOptions.usual());
    }

    public static RegistrySimulator start(int port, SimulatorOptions options) throws IOException {
        return new RegistrySimulator(port, options);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** {@code http://127.0.0.1:<port>/<provider>}, what a client takes as base URL. */
    public String url(Provider provider) {
        return url() + provider.prefix();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public Faults faults() {
        return faults;
    }

    public Counters counters() {
        return counters;
    }

    public Registry registry() {
        return registry;
    }

    public Limits limits(Provider provider) {
        return gatekeeper.limits(provider);
    }

    public void limit(Provider provider, Limits limits) {
        gatekeeper.limit(provider, limits);
    }

    public void liftLimits() {
        for (Provider provider : Provider.values()) {
            gatekeeper.limit(provider, Limits.NONE);
        }
    }

    /** No fault, the limits of the start, nothing used, nothing counted. */
    public void reset() {
        faults.clear();
        gatekeeper.reset();
        counters.reset();
        gateway.endSilences();
    }

    @Override
    public void close() {
        gateway.endSilences();
        server.stop(0);
        threads.shutdownNow();
    }
}
