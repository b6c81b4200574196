package fr.tiers.tier;

import fr.tiers.customfield.FieldSql;
import fr.tiers.kernel.BusinessException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where on the map, WGS 84 degrees; null means "wherever".
 *
 * @param frame a rectangle; across the date line when its west is greater than its east
 * @param near a place and how far from it
 * @param lasso corners of a polygon
 * @param located whether there are coordinates at all
 */
public record TierArea(Frame frame, Near near, List<Point> lasso, Boolean located) implements Serializable {

    public static final TierArea ANYWHERE = new TierArea(null, null, List.of(), null);

    /** Names of what stands in a URL. */
    public static final String BBOX = "bbox";

    public static final String NEAR = "near";
    public static final String RADIUS = "radius";
    public static final String POLYGON = "polygon";
    public static final String LOCATED = "located";
    public static final List<String> NAMES = List.of(BBOX, NEAR, RADIUS, POLYGON, LOCATED);

    /** Kilometres from {@code near} as the order of a list: a great circle on a sphere of the earth's mean radius. */
    static final String DISTANCE =
            """
            (12742 * asin(sqrt(least(1, pow(sin(radians(t.latitude - :nearLatitude) / 2), 2)
                + cos(radians(cast(:nearLatitude as double precision))) * cos(radians(t.latitude))
                * pow(sin(radians(t.longitude - :nearLongitude) / 2), 2)))))""";

    private static final double DEFAULT_RADIUS = 20;
    private static final double MAX_RADIUS = 1000;
    private static final double KM_PER_DEGREE = 111.2;
    private static final int MAX_CORNERS = 100;
    private static final String NUMBER = "-?\\d{1,3}(\\.\\d{1,15})?";

    /** A rectangle. */
    public record Frame(double west, double south, double east, double north) implements Serializable {}

    /** A place. */
    public record Point(double longitude, double latitude) implements Serializable {}

    /** @param radius in kilometres */
    public record Near(double latitude, double longitude, double radius) implements Serializable {}

    /** The same, seen through another frame. */
    public TierArea within(Frame other) {
        return new TierArea(other, near, lasso, located);
    }

    /**
     * Reads what stands in a URL; parameters about other things are passed over.
     *
     * @throws BusinessException INVALID naming the parameter that is not understood
     */
    public static TierArea parse(Map<String, List<String>> parameters) {
        var radius = first(parameters, RADIUS);
        var near = first(parameters, NEAR);
        if (radius != null && near == null) {
            throw BusinessException.invalid(RADIUS, "radius-without-near");
        }
        return new TierArea(
                frame(first(parameters, BBOX)),
                near(near, radius),
                lasso(first(parameters, POLYGON)),
                located(first(parameters, LOCATED)));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** @return null for null */
    public static Frame frame(String text) {
        if (text == null) {
            return null;
        }
        var edges = numbers(BBOX, text, 4, 4);
        requireLatitude(BBOX, edges[1]);
        requireLatitude(BBOX, edges[3]);
        return new Frame(edges[0], edges[1], edges[2], edges[3]);
    }

    private static Near near(String text, String radius) {
        if (text == null) {
            return null;
        }
        var place = numbers(NEAR, text, 2, 2);
        requireLatitude(NEAR, place[0]);
        var kilometres = radius == null ? DEFAULT_RADIUS : number(RADIUS, radius);
        if (kilometres <= 0 || kilometres > MAX_RADIUS) {
            throw BusinessException.invalid(RADIUS, "out-of-range", 0, (int) MAX_RADIUS);
        }
        return new Near(place[0], place[1], kilometres);
    }

    private static List<Point> lasso(String text) {
        if (text == null) {
            return List.of();
        }
        var numbers = numbers(POLYGON, text, 6, 2 * MAX_CORNERS);
        if (numbers.length % 2 != 0) {
            throw BusinessException.invalid(POLYGON, "wrong-type");
        }
        var corners = new ArrayList<Point>();
        for (int i = 0; i < numbers.length; i += 2) {
            requireLatitude(POLYGON, numbers[i + 1]);
            corners.add(new Point(numbers[i], numbers[i + 1]));
        }
        return corners;
    }

    private static Boolean located(String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw BusinessException.invalid(LOCATED, "wrong-type");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    private static double[] numbers(String name, String text, int least, int most) {
        var parts = text.split(",", -1);
        if (parts.length < least || parts.length > most) {
            throw BusinessException.invalid(name, "wrong-type");
        }
        return Arrays.stream(parts).mapToDouble(part -> number(name, part)).toArray();
    }

    private static double number(String name, String text) {
        if (!text.matches(name.equals(RADIUS) ? "\\d{1,4}(\\.\\d{1,15})?" : NUMBER)) {
            throw BusinessException.invalid(name, "wrong-type");
        }
        return Double.parseDouble(text);
    }

    private static void requireLatitude(String name, double latitude) {
        if (Math.abs(latitude) > 90) {
            throw BusinessException.invalid(name, "wrong-type");
        }
    }

    /** The conditions about the tier {@code t}; each names a rectangle first, which an index knows. */
    List<FieldSql.Where> where() {
        var conditions = new ArrayList<FieldSql.Where>();
        if (frame != null) {
            conditions.add(rectangle("frame", frame));
        }
        if (near != null) {
            conditions.add(rectangle("around", around()));
            conditions.add(new FieldSql.Where(
                    DISTANCE + " <= :nearRadius",
                    Map.of(
                            "nearLatitude",
                            near.latitude(),
                            "nearLongitude",
                            near.longitude(),
                            "nearRadius",
                            near.radius())));
        }
        if (!lasso.isEmpty()) {
            conditions.add(rectangle("lasso", hull()));
            conditions.add(new FieldSql.Where(
                    "point(t.longitude, t.latitude) <@ cast(:lasso as polygon)", Map.of("lasso", polygon())));
        }
        if (located != null) {
            conditions.add(new FieldSql.Where(located ? "t.latitude is not null" : "t.latitude is null", Map.of()));
        }
        return conditions;
    }

    private static FieldSql.Where rectangle(String name, Frame frame) {
        var values = new LinkedHashMap<String, Object>();
        values.put(name + "West", frame.west());
        values.put(name + "South", frame.south());
        values.put(name + "East", frame.east());
        values.put(name + "North", frame.north());
        var longitudes = frame.west() <= frame.east()
                ? "t.longitude between :%1$sWest and :%1$sEast"
                : "(t.longitude >= :%1$sWest or t.longitude <= :%1$sEast)";
        return new FieldSql.Where(
                (longitudes + " and t.latitude between :%1$sSouth and :%1$sNorth").formatted(name), values);
    }

    private Frame around() {
        var high = near.radius() / KM_PER_DEGREE;
        var shrunk = Math.cos(Math.toRadians(Math.min(89, Math.abs(near.latitude()) + high)));
        var wide = near.radius() / (KM_PER_DEGREE * shrunk);
        return new Frame(
                near.longitude() - wide, near.latitude() - high, near.longitude() + wide, near.latitude() + high);
    }

    private Frame hull() {
        var longitudes = lasso.stream().mapToDouble(Point::longitude).summaryStatistics();
        var latitudes = lasso.stream().mapToDouble(Point::latitude).summaryStatistics();
        return new Frame(longitudes.getMin(), latitudes.getMin(), longitudes.getMax(), latitudes.getMax());
    }

    private String polygon() {
        return lasso.stream()
                .map(corner -> String.format(Locale.ROOT, "(%s,%s)", corner.longitude(), corner.latitude()))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
