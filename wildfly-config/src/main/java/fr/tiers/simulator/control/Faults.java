package fr.tiers.simulator.control;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults currently armed, per provider. Thread-safe. */
public final class Faults {

    /** Request header that injects a fault into that one call. */
    public static final String HEADER = "X-Simulator-Fault";

    private final Map<Provider, Fault> armed = new EnumMap<>(Provider.class);

    public synchronized void set(Provider provider, Fault fault) {
        if (fault.equals(Fault.NONE) || fault.times() == 0) {
            armed.remove(provider);
        } else {
            armed.put(provider, fault);
        }
    }

    public synchronized void clear(Provider provider) {
        armed.remove(provider);
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** The fault in force, without using it up. */
    public synchronized Fault current(Provider provider) {
        return armed.getOrDefault(provider, Fault.NONE);
    }

    /** The fault for the call being served: the one its header asks, else the armed one, which wears off. */
    public Fault next(Provider provider, Optional<String> header) {
        return header.map(Fault::parse).orElseGet(() -> useUp(provider));
    }

    private synchronized Fault useUp(Provider provider) {
        Fault fault = armed.getOrDefault(provider, Fault.NONE);
        if (fault.times() > 0) {
            set(provider, fault.times(fault.times() - 1));
        }
        return fault;
    }
}
