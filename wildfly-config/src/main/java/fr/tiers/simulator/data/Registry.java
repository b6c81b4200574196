package fr.tiers.simulator.data;

import fr.tiers.simulator.infogreffe.KeyFigures;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All units the simulator knows. A SIREN that is not here is unknown to every identity service, as in reality. */
public final class Registry {

    private final Nomenclatures nomenclatures = new Nomenclatures();
    private final Communes communes = new Communes();
    private final Map<String, Unit> units = new LinkedHashMap<>();

    private Registry() {}

    /**
     * @param recordings folder of further recorded {@code search-*.json} answers, may be {@code null}
     * @param fictitious how many invented companies to add
     */
    public static Registry load(Path recordings, int fictitious) {
        Registry registry = new Registry();
        RecordedUnits.shipped().forEach(registry::add);
        if (recordings != null) {
            RecordedUnits.in(recordings).forEach(registry::add);
        }
        new EdgeUnits(registry.communes, registry.nomenclatures).all().forEach(registry::add);
        new FictitiousUnits(registry.communes, registry.nomenclatures)
                .first(fictitious)
                .forEach(registry::add);
        return registry;
    }

    public Collection<Unit> units() {
        return Collections.unmodifiableCollection(units.values());
    }

    public Optional<Unit> unit(String siren) {
        return Optional.ofNullable(units.get(siren));
    }

    public long count(Unit.Origin origin) {
        return units.values().stream().filter(unit -> unit.origin() == origin).count();
    }

    public Nomenclatures nomenclatures() {
        return nomenclatures;
    }

    public Communes communes() {
        return communes;
    }

    /** Key figures of any well-formed SIREN, whether the unit is known here or not. */
    public KeyFigures keyFigures(String siren) {
        return unit(siren)
                .map(unit -> KeyFigures.of(unit.facts(), published(unit)))
                .orElseGet(() -> KeyFigures.of(siren));
    }

    /** The accounts a recorded answer shows, so that both services agree on them. */
    private static Optional<KeyFigures.Published> published(Unit unit) {
        if (unit.origin() == Unit.Origin.FICTITIOUS || unit.facts().turnover() == null) {
            return Optional.empty();
        }
        String year = unit.sheet().get().unit().path("finances").fieldNames().next();
        return Optional.of(new KeyFigures.Published(
                Integer.parseInt(year), unit.facts().turnover(), unit.facts().netResult()));
    }

    private void add(Unit unit) {
        units.putIfAbsent(unit.siren(), unit);
    }
}
