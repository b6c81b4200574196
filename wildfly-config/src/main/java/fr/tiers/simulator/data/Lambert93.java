package fr.tiers.simulator.data;

/**
 * RGF93 / Lambert-93 (EPSG:2154) from geographic coordinates: the formulas and constants of IGN's note NTG 71. Metropolitan
 * France only.
 */
public final class Lambert93 {

    private static final double EXPONENT = 0.7256077650532670;
    private static final double CONSTANT = 11_754_255.426096;
    private static final double X_ORIGIN = 700_000;
    private static final double Y_ORIGIN = 12_655_612.049876;
    private static final double ECCENTRICITY = 0.08181919112;
    private static final double CENTRAL_MERIDIAN = Math.toRadians(3);

    private Lambert93() {}

    /** Easting and northing in metres. */
    public record Point(double x, double y) {}

    public static Point of(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double sine = ECCENTRICITY * Math.sin(phi);
        double isometric =
                Math.log(Math.tan(Math.PI / 4 + phi / 2) * Math.pow((1 - sine) / (1 + sine), ECCENTRICITY / 2));
        double radius = CONSTANT * Math.exp(-EXPONENT * isometric);
        double angle = EXPONENT * (Math.toRadians(longitude) - CENTRAL_MERIDIAN);
        return new Point(round(X_ORIGIN + radius * Math.sin(angle)), round(Y_ORIGIN - radius * Math.cos(angle)));
    }

    private static double round(double metres) {
        return Math.round(metres * 100) / 100.0;
    }
}
