package fr.tiers.kernel.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Rows for a French spreadsheet: UTF-8 with its mark, semicolons, everything that could be taken for a formula made text by an
 * apostrophe in front.
 */
public final class Csv implements TableSink {

    public static final String MEDIA_TYPE = "text/csv";
    public static final MediaType TYPE = new MediaType("text", "csv");

    private static final char MARK = '\ufeff';
    /** Spreadsheets skip leading blanks and controls before they look for a formula, and know the full-width signs too. */
    private static final Pattern FORMULA = Pattern.compile(
            "[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*|[\\t\\r\\n\\x00].*", Pattern.DOTALL);

    private final Writer out;

    private Csv(Writer out) {
        this.out = out;
    }

    /** Writes the rows. */
    @FunctionalInterface
    public interface Rows {
        void write(Csv csv) throws IOException;
    }

    /** @param fileName in ASCII */
    public static Response download(String fileName, Rows rows) {
        StreamingOutput stream = bytes -> {
            var out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            out.write(MARK);
            rows.write(new Csv(out));
            out.flush();
        };
        return Response.ok(stream, TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"')
                .build();
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(';');
            }
            out.write(cell(Objects.toString(cells.get(i), null)));
        }
        out.write("\r\n");
    }

    static String cell(String value) {
        if (value == null) {
            return "";
        }
        if (isPlain(value)) {
            return value;
        }
        var safe = FORMULA.matcher(value).matches() ? "'" + value : value;
        return safe.matches("(?s).*[;\"\\r\\n,].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Nearly every cell, told at a glance: a million rows have many. */
    private static boolean isPlain(String value) {
        if (!value.isEmpty() && !Character.isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == ';' || c == '"' || c == ',' || c == '\r' || c == '\n') {
                return false;
            }
        }
        return true;
    }
}
