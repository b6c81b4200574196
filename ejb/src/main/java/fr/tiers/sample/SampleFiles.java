package fr.tiers.sample;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes small files that are what their name says: a page of PDF, a picture, a text. */
final class SampleFiles {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LINE = 18;

    private SampleFiles() {}

    static byte[] text(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One page; the first line is its heading. */
    static byte[] pdf(List<String> lines) {
        var page = new StringBuilder("BT /F1 20 Tf 60 770 Td (")
                .append(escaped(lines.get(0)))
                .append(") Tj /F1 11 Tf\n");
        page.append("0 -").append(LINE * 2).append(" Td\n");
        lines.stream().skip(1).forEach(line -> page.append('(')
                .append(escaped(line))
                .append(") Tj 0 -")
                .append(LINE)
                .append(" Td\n"));
        page.append("ET");
        var parts = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < parts.size(); i++) {
            places.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(parts.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append(places)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        // one byte per character: what was counted above holds
        return file.toString().getBytes(WINDOWS);
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    /** A façade with lit windows, a different one for each seed. */
    static byte[] png(int seed) {
        int width = 320;
        int height = 240;
        var rows = new byte[height * (1 + width * 3)];
        var draw = Draw.of("document-picture", seed);
        var lit = new boolean[48];
        for (int i = 0; i < lit.length; i++) {
            lit[i] = draw.chance(55);
        }
        int tint = draw.below(60);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * (1 + width * 3) + 1 + x * 3;
                var colour = colour(x, y, lit, tint);
                rows[at] = (byte) colour[0];
                rows[at + 1] = (byte) colour[1];
                rows[at + 2] = (byte) colour[2];
            }
        }
        return picture(width, height, rows);
    }

    private static int[] colour(int x, int y, boolean[] lit, int tint) {
        boolean wall = x >= 40 && x < 280 && y >= 50 && y < 215;
        if (!wall) {
            return y >= 215 ? new int[] {110, 115, 110} : new int[] {170 - y / 3, 200 - y / 4, 230};
        }
        int column = (x - 40) / 30;
        int row = (y - 50) / 28;
        boolean window = (x - 40) % 30 > 7 && (x - 40) % 30 < 24 && (y - 50) % 28 > 6 && (y - 50) % 28 < 22 && row < 5;
        if (!window) {
            return new int[] {185 + tint, 170 + tint / 2, 150};
        }
        return lit[row * 8 + column] ? new int[] {250, 225, 150} : new int[] {70, 85, 105};
    }

    private static byte[] picture(int width, int height, byte[] rows) {
        try {
            var out = new ByteArrayOutputStream();
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            var head = new ByteArrayOutputStream();
            var fields = new DataOutputStream(head);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", deflated(rows));
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(byte[] rows) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(rows);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var fields = new DataOutputStream(out);
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        fields.writeInt(data.length);
        fields.write(name);
        fields.write(data);
        fields.writeInt((int) sum.getValue());
    }
}
