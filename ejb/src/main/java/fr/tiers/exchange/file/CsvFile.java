package fr.tiers.exchange.file;

import fr.tiers.kernel.BusinessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import static fr.tiers.kernel.BusinessException.Kind.REFUSED;

/** Text with separators, quoted where a cell has them, or line ends, in it. */
final class CsvFile {

    private static final int SAMPLE = 64 * 1024;
    private static final int SAMPLE_ROWS = 50;
    private static final Pattern FORMULA =
            Pattern.compile("'[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);
    private static final char MARK = '\ufeff';

    private CsvFile() {}

    static FileFormat detect(Path file) throws IOException {
        var encoding = Encodings.of(file);
        var sample = new char[SAMPLE];
        int length = 0;
        try (var in = open(file, encoding)) {
            for (int read = in.read(sample, 0, SAMPLE);
                    read > 0 && length < SAMPLE;
                    read = in.read(sample, length, SAMPLE - length)) {
                length += read;
            }
        }
        return FileFormat.csv(encoding, separator(new String(sample, 0, length)));
    }

    /** The separator by which most rows have as many cells as the first, more than one; a semicolon when no one does. */
    static String separator(String sample) {
        var best = TableFile.SEPARATORS.get(0);
        double most = 0;
        for (var candidate : TableFile.SEPARATORS) {
            double score = score(sample, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String sample, String separator) {
        var widths = new ArrayList<Integer>();
        try (var parser = parser(new StringReader(sample), separator)) {
            for (CSVRecord row : parser) {
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    widths.add(row.size());
                }
                if (widths.size() == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The sample ends in the middle of a cell, or this is not the separator: what was read so far counts.
        }
        if (widths.isEmpty() || widths.get(0) < 2) {
            return 0;
        }
        double like = Collections.frequency(widths, widths.get(0)) / (double) widths.size();
        return like * 1000 + Math.min(widths.get(0), TableFile.MAX_COLUMNS);
    }

    static void read(Path file, FileFormat format, RowSink sink) throws IOException {
        int number = 0;
        try (var in = open(file, format.encoding());
                var parser = parser(in, format.separator())) {
            for (CSVRecord row : parser) {
                number++;
                sink.row(number, row.stream().map(CsvFile::plain).toList());
            }
        } catch (UncheckedIOException e) {
            throw new BusinessException(REFUSED, "import-csv-broken", number + 1);
        }
    }

    /** Our own files make text of what a spreadsheet would take for a formula by an apostrophe in front. */
    private static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private static CSVParser parser(Reader in, String separator) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        return CSVParser.builder().setReader(in).setFormat(format).get();
    }

    private static Reader open(Path file, String encoding) throws IOException {
        var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), Charset.forName(encoding)));
        in.mark(1);
        if (in.read() != MARK) {
            in.reset();
        }
        return in;
    }
}
