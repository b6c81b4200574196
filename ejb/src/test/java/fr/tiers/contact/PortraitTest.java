package fr.tiers.contact;

import fr.tiers.kernel.BusinessException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortraitTest {

    @ParameterizedTest
    @CsvSource({"png,40,30", "jpeg,3000,2000", "gif,700,900", "png,1,1", "jpeg,257,5000"})
    void everyPictureBecomesASmallSquare(String format, int width, int height) throws IOException {
        var square = read(Portrait.of(picture(format, width, height)));

        assertThat(square.getWidth()).isEqualTo(Portrait.SIDE);
        assertThat(square.getHeight()).isEqualTo(Portrait.SIDE);
    }

    @Test
    void theMiddleIsKept() throws IOException {
        var wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        fill(wide, Color.RED, 0, 300);
        fill(wide, Color.GREEN, 300, 600);
        fill(wide, Color.BLUE, 600, 900);

        var square = read(Portrait.of(bytes("png", wide)));

        assertThat(colour(square, 4, 128)).isEqualTo("green");
        assertThat(colour(square, 250, 128)).isEqualTo("green");
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        var clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);

        var square = read(Portrait.of(bytes("png", clear)));

        assertThat(new Color(square.getRGB(100, 100))).isEqualTo(Color.WHITE);
    }

    /** Where the red left half of what the camera has stored is seen. */
    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void theCameraMayHaveBeenHeldInAnyWay(int orientation, String side) throws IOException {
        var stored = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        fill(stored, Color.RED, 0, 150);
        fill(stored, Color.BLUE, 150, 300);

        var square = read(Portrait.of(withExif(bytes("jpeg", stored), orientation)));

        assertThat(colour(square, "right".equals(side) ? 240 : 16, "bottom".equals(side) ? 240 : 16))
                .isEqualTo("red");
        assertThat(colour(square, "left".equals(side) ? 240 : 16, "top".equals(side) ? 240 : 16))
                .isEqualTo("blue");
    }

    @Test
    void nothingElseOfTheFileIsKept() throws IOException {
        var sent = withExif(picture("jpeg", 300, 300), 1);

        var kept = Portrait.of(sent);

        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "GIF89a",
                "\u0089PNG\r\n\u001a\n",
                "%PDF-1.7"
            })
    void whatIsNoPictureIsRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), "contact-photo-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aPictureThatIsCutOffOrDamagedBreaksNothing(String format) throws IOException {
        var whole = picture(format, 400, 300);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 50) {
            quietly(Arrays.copyOf(whole, length));
            var damaged = whole.clone();
            damaged[length] ^= (byte) 0x55;
            quietly(damaged);
        }
    }

    private static void quietly(byte[] sent) {
        try {
            assertThat(Portrait.of(sent)).isNotEmpty();
        } catch (BusinessException e) {
            assertThat(e.code()).startsWith("contact-photo-");
        }
    }

    @Test
    void aPictureThatWouldUnfoldWithoutBoundIsRefusedBeforeItDoes() throws IOException {
        assertRefused(emptyPng(60_000, 60_000), "contact-photo-dimensions");
        assertRefused(emptyPng(Integer.MAX_VALUE, 2), "contact-photo-dimensions");
        assertRefused(emptyPng(10_000, 10_000), "contact-photo-dimensions");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertRefused(new byte[Portrait.MAX_BYTES + 1], "contact-photo-too-large");
    }

    private static void assertRefused(byte[] sent, String code) {
        assertThatThrownBy(() -> Portrait.of(sent))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(picture, Color.ORANGE, 0, width);
        return bytes(format, picture);
    }

    private static byte[] bytes(String format, BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static void fill(BufferedImage picture, Color colour, int from, int to) {
        var pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(from, 0, to - from, picture.getHeight());
        pen.dispose();
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static String colour(BufferedImage picture, int x, int y) {
        var pixel = new Color(picture.getRGB(x, y));
        if (pixel.getRed() > 128) {
            return "red";
        }
        return pixel.getGreen() > 128 ? "green" : "blue";
    }

    /** A note of the camera, with the orientation alone, right after the beginning. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.write(jpeg, 0, 2);
        data.writeShort(0xFFE1);
        data.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        data.writeBytes("Exif\0\0MM");
        data.writeShort(42);
        data.writeInt(8);
        data.writeShort(1);
        data.writeShort(274);
        data.writeShort(3);
        data.writeInt(1);
        data.writeShort(orientation);
        data.writeShort(0);
        data.writeInt(0);
        data.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Claims a size and has next to nothing to fill it with. */
    private static byte[] emptyPng(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.toByteArray());
        data.writeInt(13);
        data.write(header.toByteArray());
        data.writeInt((int) crc.getValue());
        data.writeInt(0);
        data.writeBytes("IDAT");
        data.writeInt(0x35AF061E);
        return out.toByteArray();
    }
}
