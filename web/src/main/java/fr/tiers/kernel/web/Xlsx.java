package fr.tiers.kernel.web;

import fr.tiers.kernel.ClockProducer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook (ECMA-376) as an answer. Texts are written as texts, so that nothing in them is a formula; numbers and days as such. A sheet
 * ends where spreadsheets end, the next one begins with the same head.
 */
public final class Xlsx implements TableSink {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_CHARACTERS = 32_767;
    private static final int FLUSHED_ROWS = 500;
    private static final String DAY = "dd/mm/yyyy";
    private static final String MOMENT = "dd/mm/yyyy hh:mm";

    private final Workbook workbook;
    private final List<?> head;
    private Worksheet sheet;
    private int sheets;
    private int row;

    private Xlsx(Workbook workbook, List<?> head) {
        this.workbook = workbook;
        this.head = head;
        begin();
    }

    /**
     * @param fileName in ASCII
     * @param head first row of every sheet
     */
    public static Response download(String fileName, List<?> head, Rows rows) {
        StreamingOutput stream = bytes -> {
            try (var workbook = new Workbook(bytes, "Tiers", "1.0")) {
                rows.write(new Xlsx(workbook, head));
            }
        };
        return Response.ok(stream, MediaType.valueOf(MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"')
                .build();
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            begin();
        }
        write(cells);
        if (row % FLUSHED_ROWS == 0) {
            sheet.flush();
        }
    }

    private void begin() {
        sheet = workbook.newWorksheet(String.valueOf(++sheets));
        sheet.freezePane(0, 1);
        row = 0;
        write(head);
        sheet.range(0, 0, 0, Math.max(0, head.size() - 1)).style().bold().set();
    }

    private void write(List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
    }

    private void cell(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(DAY).set();
        } else if (value instanceof Instant moment) {
            sheet.value(row, column, moment.atZone(ClockProducer.ZONE).toLocalDateTime());
            sheet.style(row, column).format(MOMENT).set();
        } else if (value != null && !value.toString().isEmpty()) {
            sheet.inlineString(row, column, clean(value.toString()));
        }
    }

    /** Without what XML cannot carry, and no longer than a cell. */
    private static String clean(String text) {
        var clean = text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
        return clean.length() > MOST_CHARACTERS ? clean.substring(0, MOST_CHARACTERS) : clean;
    }
}
