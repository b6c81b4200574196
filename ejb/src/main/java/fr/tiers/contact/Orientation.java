package fr.tiers.contact;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as it notes it in the picture (Exif tag 274): to be made good before that note is thrown away. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    FLIPPED(1, 0, 0, -1),
    MIRRORED_LEFT(0, 1, 1, 0),
    RIGHT(0, 1, -1, 0),
    MIRRORED_RIGHT(0, -1, -1, 0),
    LEFT(0, -1, 1, 0);

    private static final int TAG = 274;
    private static final int APP1 = 0xFFE1;
    private static final int ENTRY = 12;

    private final int xx;
    private final int xy;
    private final int yx;
    private final int yy;

    /** What x and y become: (x·xx + y·yx, x·xy + y·yy). */
    Orientation(int xx, int xy, int yx, int yy) {
        this.xx = xx;
        this.xy = xy;
        this.yx = yx;
        this.yy = yy;
    }

    /** @param side of the square that is turned within itself */
    AffineTransform transform(int side) {
        int right = xx + yx < 0 ? side : 0;
        int down = xy + yy < 0 ? side : 0;
        return new AffineTransform(xx, xy, yx, yy, right, down);
    }

    /** @return upright for a picture that does not say, or says it in a way that cannot be read */
    static Orientation of(byte[] picture) {
        try {
            var bytes = ByteBuffer.wrap(picture);
            if ((bytes.getShort() & 0xFFFF) != 0xFFD8) {
                return UPRIGHT;
            }
            while (bytes.remaining() > 4) {
                int marker = bytes.getShort() & 0xFFFF;
                int length = (bytes.getShort() & 0xFFFF) - 2;
                if (marker < 0xFFC0 || length < 0 || length > bytes.remaining()) {
                    return UPRIGHT;
                }
                if (marker == APP1 && length > 14 && bytes.getInt(bytes.position()) == 0x45786966) {
                    return inTiff(bytes.slice(bytes.position() + 6, length - 6));
                }
                bytes.position(bytes.position() + length);
            }
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            // ends early: as if nothing had been said
        }
        return UPRIGHT;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
