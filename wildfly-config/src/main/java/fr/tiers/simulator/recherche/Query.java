package fr.tiers.simulator.recherche;

import fr.tiers.simulator.data.UnitFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A checked search; empty lists filter nothing.
 *
 * @param person names of a director or elected person
 * @param include optional blocks wanted in a minimal answer, upper case
 */
record Query(
        String terms,
        List<String> naf,
        List<String> sections,
        List<String> categories,
        List<String> legalForms,
        List<String> headcountBands,
        Optional<String> state,
        List<String> postcodes,
        List<String> communes,
        List<String> departments,
        List<String> regions,
        List<String> epcis,
        Optional<Long> minTurnover,
        Optional<Long> maxTurnover,
        Optional<Long> minResult,
        Optional<Long> maxResult,
        String person,
        Map<String, Boolean> traits,
        Optional<Circle> circle,
        Parameters.Page page,
        boolean minimal,
        List<String> include) {

    private static final double EARTH_RADIUS_KM = 6_371;

    /** A disc on the earth, radius in kilometres. */
    record Circle(double latitude, double longitude, double radius) {

        boolean holds(UnitFacts.Place place) {
            if (Double.isNaN(place.latitude())) {
                return false;
            }
            double dLat = Math.toRadians(place.latitude() - latitude);
            double dLon = Math.toRadians(place.longitude() - longitude);
            double a = Math.pow(Math.sin(dLat / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(place.latitude()))
                            * Math.pow(Math.sin(dLon / 2), 2);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a)) <= radius;
        }
    }

    boolean wants(String block) {
        return !minimal || include.contains(block.toUpperCase(Locale.ROOT));
    }

    /** Filters of the legal unit. */
    boolean accepts(UnitFacts unit) {
        return in(naf, unit.naf())
                && in(sections, unit.section())
                && in(categories, unit.category())
                && in(legalForms, unit.legalForm())
                && in(headcountBands, unit.headcountBand())
                && state.map(wanted -> wanted.equals(unit.state())).orElse(true)
                && atLeast(minTurnover, unit.turnover())
                && atMost(maxTurnover, unit.turnover())
                && atLeast(minResult, unit.netResult())
                && atMost(maxResult, unit.netResult())
                && traits.entrySet().stream()
                        .allMatch(trait -> unit.traits().contains(trait.getKey()) == trait.getValue())
                && (circle.isEmpty() || "O".equals(unit.diffusion()))
                && (!filtersPlaces() || unit.places().stream().anyMatch(this::accepts));
    }

    /** Filters of one establishment. */
    boolean accepts(UnitFacts.Place place) {
        return in(postcodes, place.postcode())
                && in(communes, place.commune())
                && in(departments, place.department())
                && in(regions, place.region())
                && in(epcis, place.epci())
                && circle.map(disc -> disc.holds(place)).orElse(true);
    }

    private boolean filtersPlaces() {
        return circle.isPresent()
                || !(postcodes.isEmpty()
                        && communes.isEmpty()
                        && departments.isEmpty()
                        && regions.isEmpty()
                        && epcis.isEmpty());
    }

    private static boolean in(List<String> wanted, String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private static boolean atLeast(Optional<Long> bound, Long value) {
        return bound.map(min -> value != null && value >= min).orElse(true);
    }

    private static boolean atMost(Optional<Long> bound, Long value) {
        return bound.map(max -> value != null && value <= max).orElse(true);
    }
}
