package fr.tiers.exchange.file;

import fr.tiers.exchange.file.FileFormat.Kind;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static fr.tiers.kernel.BusinessException.Kind.REFUSED;

/**
 * A table on the server's disk. Whatever is wrong with it is said as a refusal with the row where it was met: files come from anybody,
 * and nothing in them is trusted.
 */
public final class TableFile {

    public static final int MAX_COLUMNS = 200;
    public static final int MAX_ROWS = 1_000_000;
    static final int MAX_CELL = Checks.MAX_LONG_TEXT;

    static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1");
    static final List<String> SEPARATORS = List.of(";", ",", "\t", "|");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private TableFile() {}

    /** The encodings and separators that a user may choose. */
    public static Set<String> encodings() {
        return new TreeSet<>(ENCODINGS);
    }

    public static List<String> separators() {
        return SEPARATORS;
    }

    /**
     * Looks at the content alone.
     *
     * @throws BusinessException REFUSED for what is neither text nor a workbook
     */
    public static FileFormat detect(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(ZIP.length);
        }
        if (head.length == 0) {
            throw new BusinessException(REFUSED, "import-file-empty");
        }
        return Arrays.equals(head, ZIP) ? XlsxFile.detect(file) : CsvFile.detect(file);
    }

    /** The sheets of a workbook; none of any other file. */
    public static List<String> sheets(Path file, FileFormat format) throws IOException {
        return format.kind() == Kind.XLSX ? XlsxFile.sheets(file) : List.of();
    }

    /**
     * Hands out every row that has something in it.
     *
     * @throws BusinessException REFUSED where the file breaks off, or breaks a limit
     */
    public static void read(Path file, FileFormat format, RowSink sink) throws IOException {
        RowSink checked = (number, cells) -> {
            var filled = withoutEmptyEnd(cells, number);
            if (!filled.isEmpty()) {
                sink.row(number, filled);
            }
        };
        if (format.kind() == Kind.XLSX) {
            XlsxFile.read(file, format, checked);
        } else {
            CsvFile.read(file, format, checked);
        }
    }

    private static List<String> withoutEmptyEnd(List<String> cells, int number) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        if (end > MAX_COLUMNS) {
            throw new BusinessException(REFUSED, "import-too-many-columns", number, MAX_COLUMNS);
        }
        if (number > MAX_ROWS + 1) {
            throw new BusinessException(REFUSED, "import-too-many-rows", MAX_ROWS);
        }
        return cells.subList(0, end).stream().map(cell -> tidy(cell, number)).toList();
    }

    /** PostgreSQL keeps no NUL; the sign for what is not readable takes its place and is seen. */
    private static String tidy(String cell, int number) {
        if (cell.length() > MAX_CELL) {
            throw new BusinessException(REFUSED, "import-cell-too-long", number, MAX_CELL);
        }
        return cell.replace('\0', '\ufffd').strip();
    }
}
