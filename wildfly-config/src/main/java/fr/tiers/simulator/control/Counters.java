package fr.tiers.simulator.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who was asked what: lets a test assert that nothing is fetched twice. Thread-safe. */
public final class Counters {

    private final Map<Provider, Integer> requests = new EnumMap<>(Provider.class);
    private final Map<Provider, Map<Integer, Integer>> statuses = new EnumMap<>(Provider.class);
    private final Map<Provider, Map<String, Integer>> sirens = new EnumMap<>(Provider.class);
    private final Map<Provider, Map<String, Integer>> served = new EnumMap<>(Provider.class);

    public synchronized void asked(Provider provider, Collection<String> askedSirens) {
        requests.merge(provider, 1, Integer::sum);
        Map<String, Integer> counts = sirens.computeIfAbsent(provider, any -> new TreeMap<>());
        askedSirens.forEach(siren -> counts.merge(siren, 1, Integer::sum));
    }

    /** A successful answer about those companies; the path tells one yearly dataset from another. */
    public synchronized void served(Provider provider, String path, Collection<String> servedSirens) {
        Map<String, Integer> counts = served.computeIfAbsent(provider, any -> new TreeMap<>());
        servedSirens.forEach(siren -> counts.merge(siren + " " + path, 1, Integer::sum));
    }

    /** @param status HTTP status sent, {@code 0} when the call got no answer at all */
    public synchronized void answered(Provider provider, int status) {
        statuses.computeIfAbsent(provider, any -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    public synchronized int requests(Provider provider) {
        return requests.getOrDefault(provider, 0);
    }

    public synchronized int requests(Provider provider, String siren) {
        return sirens.getOrDefault(provider, Map.of()).getOrDefault(siren, 0);
    }

    public synchronized int answers(Provider provider, int status) {
        return statuses.getOrDefault(provider, Map.of()).getOrDefault(status, 0);
    }

    public synchronized Map<Integer, Integer> statuses(Provider provider) {
        return new TreeMap<>(statuses.getOrDefault(provider, Map.of()));
    }

    public synchronized Map<String, Integer> sirens(Provider provider) {
        return new TreeMap<>(sirens.getOrDefault(provider, Map.of()));
    }

    /** {@code "<siren> <path>"} to the number of complete 200 answers; retries after a failure do not count. */
    public synchronized Map<String, Integer> served(Provider provider) {
        return new TreeMap<>(served.getOrDefault(provider, Map.of()));
    }

    /** What was fetched in vain because it had been fetched before, as {@code "<siren> <path>"}. */
    public synchronized List<String> servedMoreThanOnce(Provider provider) {
        return served(provider).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** SIREN numbers a provider was asked for more than once, failed calls and walks through the years included. */
    public synchronized List<String> askedMoreThanOnce(Provider provider) {
        List<String> repeated = new ArrayList<>();
        sirens.getOrDefault(provider, Map.of()).forEach((siren, count) -> {
            if (count > 1) {
                repeated.add(siren);
            }
        });
        return repeated;
    }

    public synchronized void reset() {
        requests.clear();
        statuses.clear();
        sirens.clear();
        served.clear();
    }
}
