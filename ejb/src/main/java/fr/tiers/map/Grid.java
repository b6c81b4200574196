package fr.tiers.map;

import fr.tiers.tier.TierArea.Frame;

/**
 * The squares of a frame. At a level the world of web maps is 2^level squares wide; a tile of 256 pixels holds four by four of those that
 * tiers are gathered in.
 *
 * @param west first column
 * @param north first row
 * @param east last column
 * @param south last row
 */
record Grid(int level, int west, int north, int east, int south) {

    /** Of the numbers that {@code map_x} and {@code map_y} give. */
    static final int FINEST = 26;

    private static final double POLES = 85.05;
    /** A frame is never cut into more columns or rows than this, whatever zoom is asked for with it. */
    private static final int MOST = 64;

    static Grid of(Frame frame, int zoom) {
        int level = Math.min(zoom + 2, 24);
        var grid = at(frame, level);
        while (grid.east - grid.west >= MOST || grid.south - grid.north >= MOST) {
            grid = at(frame, --level);
        }
        return grid;
    }

    private static Grid at(Frame frame, int level) {
        return new Grid(
                level,
                x(frame.west(), level),
                y(frame.north(), level),
                x(frame.east(), level),
                y(frame.south(), level));
    }

    /** The frame these squares fill: at least the one that was asked for. */
    Frame frame() {
        return new Frame(longitude(west), latitude(south + 1), longitude(east + 1), latitude(north));
    }

    /** The frame of one square. */
    Frame cell(int x, int y) {
        return new Frame(longitude(x), latitude(y + 1), longitude(x + 1), latitude(y));
    }

    private static int x(double longitude, int level) {
        return within((longitude + 180) / 360, level);
    }

    private static int y(double latitude, int level) {
        var radians = Math.toRadians(Math.max(-POLES, Math.min(POLES, latitude)));
        return within((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2, level);
    }

    private static int within(double share, int level) {
        int width = 1 << level;
        return Math.max(0, Math.min(width - 1, (int) Math.floor(share * width)));
    }

    private double longitude(int x) {
        return x / (double) (1 << level) * 360 - 180;
    }

    private double latitude(int y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / (double) (1 << level)))));
    }
}
