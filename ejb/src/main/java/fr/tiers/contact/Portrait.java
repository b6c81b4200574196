package fr.tiers.contact;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a small square picture of whatever photograph is sent. Only the pixels of its middle are read, thinned out while reading, so that
 * a file that promises to unfold into gigabytes costs no more memory than any other; what else the file carries (place, camera, comments)
 * is left behind.
 */
final class Portrait {

    static final int SIDE = 256;
    static final int MAX_BYTES = 10 << 20;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");
    private static final long MAX_PIXELS = 60_000_000;
    private static final int MAX_SIDE = 20_000;
    private static final float QUALITY = 0.85f;
    /** A progressive JPEG is unfolded as a whole by the decoder itself: not many at a time. */
    private static final Semaphore DESKS = new Semaphore(2);

    private Portrait() {}

    /**
     * @param sent JPEG, PNG or GIF, whatever it is called
     * @return a JPEG of {@value #SIDE} pixels a side
     * @throws BusinessException TOO_LARGE; INVALID for what is no picture of these kinds, or one of too many pixels
     */
    static byte[] of(byte[] sent) {
        if (sent.length > MAX_BYTES) {
            throw tooLarge();
        }
        DESKS.acquireUninterruptibly();
        try {
            var square = scaled(middle(sent));
            return jpeg(turned(square, Orientation.of(sent)));
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            DESKS.release();
        }
    }

    static BusinessException tooLarge() {
        return new BusinessException(Kind.TOO_LARGE, "contact-photo-too-large", MAX_BYTES >> 20);
    }

    private static BusinessException unreadable(Exception cause) {
        var refusal = new BusinessException(Kind.INVALID, "contact-photo-unreadable");
        refusal.initCause(cause);
        return refusal;
    }

    private static BufferedImage middle(byte[] sent) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(stream);
            var reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new BusinessException(Kind.INVALID, "contact-photo-unreadable");
            }
            try {
                reader.setInput(stream, true, true);
                return middle(reader);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
                // decoders say so of broken files
                throw unreadable(e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage middle(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new BusinessException(Kind.INVALID, "contact-photo-dimensions", MAX_PIXELS / 1_000_000);
        }
        int side = Math.min(width, height);
        int step = Math.max(1, side / (4 * SIDE));
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    /** In halves, so that every pixel has its part in the result; on white, where the picture is transparent. */
    private static BufferedImage scaled(BufferedImage picture) {
        var current = picture;
        int side = picture.getWidth();
        do {
            side = side > 2 * SIDE ? side / 2 : SIDE;
            current = drawn(
                    current,
                    AffineTransform.getScaleInstance(
                            (double) side / current.getWidth(), (double) side / current.getHeight()),
                    side);
        } while (side != SIDE);
        return current;
    }

    private static BufferedImage turned(BufferedImage square, Orientation orientation) {
        return orientation == Orientation.UPRIGHT ? square : drawn(square, orientation.transform(SIDE), SIDE);
    }

    private static BufferedImage drawn(BufferedImage picture, AffineTransform how, int side) {
        var result = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = result.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, how, null);
        pen.dispose();
        return result;
    }

    private static byte[] jpeg(BufferedImage square) {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(square, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
