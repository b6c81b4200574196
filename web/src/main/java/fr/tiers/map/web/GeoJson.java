package fr.tiers.map.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.tiers.map.MapView;
import fr.tiers.map.MapView.Cluster;
import fr.tiers.map.MapView.Pin;
import fr.tiers.tier.TierArea.Frame;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tiers as RFC 7946 writes them.
 *
 * @param number how many tiers are shown
 * @param withoutCoordinates how many tiers of the list no frame shows; counting stops at 10 000
 */
public record GeoJson(String type, long number, long withoutCoordinates, List<Feature> features) {

    /** @param bbox of a square of gathered tiers: west, south, east, north */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Feature(String type, Long id, List<Double> bbox, Geometry geometry, Properties properties) {}

    /** @param coordinates longitude, latitude */
    public record Geometry(String type, List<Double> coordinates) {}

    /**
     * @param count how many tiers are gathered here; 1 for a tier of its own, which alone has the rest
     * @param owner login
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Properties(
            long count, String code, String name, List<String> types, String owner, Instant lastVisit) {}

    static GeoJson of(MapView view, long withoutCoordinates) {
        var features = Stream.concat(
                        view.clusters().stream().map(GeoJson::cluster),
                        view.pins().stream().map(GeoJson::pin))
                .toList();
        return new GeoJson("FeatureCollection", view.number(), withoutCoordinates, features);
    }

    private static Feature cluster(Cluster cluster) {
        return new Feature(
                "Feature",
                null,
                corners(cluster.square()),
                point(cluster.longitude(), cluster.latitude()),
                new Properties(cluster.number(), null, null, null, null, null));
    }

    private static Feature pin(Pin pin) {
        return new Feature(
                "Feature",
                pin.id(),
                null,
                point(pin.longitude(), pin.latitude()),
                new Properties(1, pin.code(), pin.name(), pin.types(), pin.owner(), pin.lastVisit()));
    }

    private static List<Double> corners(Frame frame) {
        return List.of(frame.west(), frame.south(), frame.east(), frame.north());
    }

    private static Geometry point(double longitude, double latitude) {
        return new Geometry("Point", List.of(longitude, latitude));
    }
}
