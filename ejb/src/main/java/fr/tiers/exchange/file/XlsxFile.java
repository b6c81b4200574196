package fr.tiers.exchange.file;

import fr.tiers.exchange.file.FileFormat.Kind;
import fr.tiers.kernel.BusinessException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

import static fr.tiers.kernel.BusinessException.Kind.REFUSED;

/** A workbook of Excel or LibreOffice, read row by row. */
final class XlsxFile {

    /** What a workbook may unfold to; each entry is counted as it really is, whatever its header says. */
    private static final long MAX_UNFOLDED = 512L << 20;

    private static final long MAX_SHARED_TEXTS = 64L << 20;
    private static final int MAX_ENTRIES = 2_000;
    private static final LocalDateTime START_OF_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime START_OF_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final long SECONDS_OF_DAY = 86_400;
    /** The year 9999, the last that Excel knows. */
    private static final BigDecimal MAX_DAYS = BigDecimal.valueOf(2_958_465);

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private XlsxFile() {}

    static FileFormat detect(Path file) throws IOException {
        requireHarmless(file);
        try (var book = open(file)) {
            return new FileFormat(Kind.XLSX, null, null, book.getFirstSheet().getName());
        } catch (BusinessException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    static List<String> sheets(Path file) throws IOException {
        try (var book = open(file)) {
            return book.getSheets().map(Sheet::getName).toList();
        } catch (BusinessException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    static void read(Path file, FileFormat format, RowSink sink) throws IOException {
        try (var book = open(file)) {
            var sheet = format.sheet() == null
                    ? book.getFirstSheet()
                    : book.findSheet(format.sheet())
                            .orElseThrow(() -> BusinessException.invalid("sheet", "unknown-value", format.sheet()));
            try (var rows = sheet.openStream()) {
                boolean since1904 = book.isDate1904();
                rows.forEach(row -> sink.row(row.getRowNum(), texts(row, since1904)));
            }
        } catch (BusinessException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** A small file may unfold to a huge one: that is seen before anything of it is kept. */
    private static void requireHarmless(Path file) throws IOException {
        long unfolded = 0;
        boolean book = false;
        try (var zip = new ZipFile(file.toFile())) {
            var entries = zip.entries();
            for (int count = 0; entries.hasMoreElements(); count++) {
                var entry = entries.nextElement();
                book |= "xl/workbook.xml".equals(entry.getName());
                long most = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml")
                        ? MAX_SHARED_TEXTS
                        : MAX_UNFOLDED;
                long size = count(zip.getInputStream(entry), Math.min(most, MAX_UNFOLDED - unfolded));
                unfolded += size;
                if (size > most || unfolded > MAX_UNFOLDED || count > MAX_ENTRIES) {
                    throw new BusinessException(REFUSED, "import-workbook-too-large");
                }
            }
        } catch (IllegalArgumentException | IOException e) {
            throw unreadable();
        }
        if (!book) {
            throw unreadable();
        }
    }

    /** @return the number of bytes; one more than the most when there are more */
    private static long count(InputStream in, long most) throws IOException {
        var piece = new byte[64 * 1024];
        long count = 0;
        try (in) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                count += read;
                if (count > most) {
                    return most + 1;
                }
            }
        }
        return count;
    }

    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), OPTIONS);
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static BusinessException unreadable() {
        return new BusinessException(REFUSED, "import-workbook-unreadable");
    }

    private static List<String> texts(Row row, boolean since1904) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(cell -> text(cell, since1904)).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell, boolean since1904) {
        var value = cell.getValue();
        if (cell.getType() == CellType.ERROR || value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(number, since1904) : plain(number);
        }
        return cell.getType() == CellType.FORMULA ? String.valueOf(cell.getRawValue()) : value.toString();
    }

    private static String plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return Math.abs(plain.scale()) > 400 ? number.toString() : plain.toPlainString();
    }

    /** Excel knows dates only as numbers that are shown as dates. */
    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        var signs = format == null
                ? ""
                : format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return signs.matches(".*[dy].*") || signs.matches(".*m.*[hs].*|.*h.*m.*");
    }

    private static String date(BigDecimal days, boolean since1904) {
        if (days.abs().compareTo(MAX_DAYS) > 0) {
            return plain(days);
        }
        var moment = (since1904 ? START_OF_1904 : START_OF_1900)
                .plusSeconds(Math.round(days.doubleValue() * SECONDS_OF_DAY));
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
