package fr.tiers.exchange.file;

import fr.tiers.kernel.BusinessException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files as people have them, and as nobody should send them. */
@Timeout(120)
class TableFileTest {

    private static final String TEXT = "Raison sociale;Ville;CA\nCafé de l’Œuvre;Saint-Étienne;1 200 €\n";
    private static final String BOOK =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>SIRET</t></is></c>"
                    + "<c r=\"C1\" t=\"inlineStr\"><is><t>Depuis</t></is></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\"><v>73282932000074</v></c><c r=\"C3\" s=\"1\"><v>45000</v></c></row>";

    @TempDir
    private Path folder;

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "import", ".x"), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private FileFormat detected(byte[] content) throws IOException {
        return TableFile.detect(file(content));
    }

    private List<List<String>> rows(byte[] content) throws IOException {
        var file = file(content);
        var rows = new ArrayList<List<String>>();
        TableFile.read(file, TableFile.detect(file), (number, cells) -> rows.add(cells));
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252"})
    void theEncodingIsFoundInTheBytes(String encoding) throws IOException {
        var bytes = TEXT.getBytes(Charset.forName(encoding));

        assertThat(detected(bytes)).isEqualTo(FileFormat.csv(encoding, ";"));
        assertThat(rows(bytes).get(1)).containsExactly("Café de l’Œuvre", "Saint-Étienne", "1 200 €");
    }

    @Test
    void marksAndPlainLatinAreTold() throws IOException {
        assertThat(detected(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)).encoding())
                .isEqualTo("UTF-8");
        assertThat(rows(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .get(0))
                .isEqualTo("Raison sociale");
        assertThat(rows(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE))
                        .get(1)
                        .get(1))
                .isEqualTo("Saint-Étienne");
        assertThat(detected("Nom;Ville\nÉté;Brest\n".getBytes(StandardCharsets.ISO_8859_1))
                        .encoding())
                .isEqualTo("ISO-8859-1");
    }

    /** A sign of several bytes that lies across the pieces in which the file is read. */
    @Test
    void aLongFileIsUtf8ToItsLastByte() throws IOException {
        var text = "a" + "é€😀".repeat(40_000);
        assertThat(detected(text.getBytes(StandardCharsets.UTF_8)).encoding()).isEqualTo("UTF-8");
        var broken = text.getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 1] = 'x';
        assertThat(detected(broken).encoding()).isEqualTo("windows-1252");
    }

    @ParameterizedTest
    @CsvSource({"';'", "','", "'|'", "'\t'"})
    void theSeparatorIsTheOneThatMakesColumns(String separator) throws IOException {
        var text = "Nom;Ville, pays;CA\n\"Dupont; \"\"fils\"\"\nSuite\";\"Brest, France\";12\nB;C;3\n";
        var bytes = text.replace(";", separator).getBytes(StandardCharsets.UTF_8);

        assertThat(rows(
                        ",".equals(separator)
                                ? text.replace("Ville, pays", "Ville")
                                        .replace("Brest, France", "Brest")
                                        .replace(";", ",")
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(detected(bytes).kind()).isEqualTo(FileFormat.Kind.CSV);
    }

    @Test
    void quotedCellsKeepSeparatorsQuotesAndLines() throws IOException {
        var rows =
                rows("Nom;Note\n\"Dupont; \"\"fils\"\"\";\"une\ndeux\"\n\n;\nB;C\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows)
                .containsExactly(List.of("Nom", "Note"), List.of("Dupont; \"fils\"", "une\ndeux"), List.of("B", "C"));
    }

    @Test
    void ourOwnErrorFileComesBackAsItWas() throws IOException {
        var rows = rows("Nom;Tél\n'=1+1;'+33612345678\n'tit café;'\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows.get(1)).containsExactly("=1+1", "+33612345678");
        assertThat(rows.get(2)).containsExactly("'tit café", "'");
    }

    @Test
    void aWorkbookGivesTextsNumbersAndDates() throws IOException {
        var bytes = TestWorkbook.of(BOOK, "Café &lt;script&gt;").bytes();

        assertThat(detected(bytes)).isEqualTo(new FileFormat(FileFormat.Kind.XLSX, null, null, "Clients"));
        assertThat(rows(bytes))
                .containsExactly(
                        List.of("Nom", "SIRET", "Depuis"), List.of("Café <script>", "73282932000074", "2023-03-15"));
    }

    @Test
    void whatIsNoTableIsRefused() {
        refused(new byte[0], "import-file-empty");
        refused("Nom;Ville\nA\0B;C\n".getBytes(StandardCharsets.UTF_8), "import-file-binary");
        refused("Nom;Ville\n\"moitié;Brest\n".getBytes(StandardCharsets.UTF_8), "import-csv-broken");
        refused("Nom;Ville\n\"a\"b;Brest\n".getBytes(StandardCharsets.UTF_8), "import-csv-broken");
        refused(("a;".repeat(10_000) + "b\n").getBytes(StandardCharsets.UTF_8), "import-too-many-columns");
        refused(("Nom\n" + "x".repeat(20_001)).getBytes(StandardCharsets.UTF_8), "import-cell-too-long");
        refused("PK\u0003\u0004nothing".getBytes(StandardCharsets.UTF_8), "import-workbook-unreadable");
    }

    @Test
    void aWorkbookThatUnfoldsToTooMuchIsRefused() {
        var bomb = TestWorkbook.of(BOOK, "x").bytes(520);
        assertThat(bomb.length).isLessThan(1 << 20);
        refused(bomb, "import-workbook-too-large");
        refused(TestWorkbook.of(BOOK, "x".repeat(65 << 20)).bytes(), "import-workbook-too-large");
    }

    /** Cut off anywhere, or with any bytes changed: rows or a refusal, nothing else. */
    @Test
    void mutilatedFilesAreReadOrRefused() {
        var random = new Random(42);
        for (var whole : List.of(TestWorkbook.of(BOOK, "Café").bytes(), TEXT.getBytes(StandardCharsets.UTF_8))) {
            for (int i = 0; i < 400; i++) {
                var bytes = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int change = random.nextInt(6); change > 0 && bytes.length > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                try {
                    rows(bytes).forEach(row -> assertThat(row).noneMatch(cell -> cell.indexOf('\0') >= 0));
                } catch (BusinessException e) {
                    assertThat(e.code()).startsWith("import-");
                } catch (IOException e) {
                    throw new AssertionError("no refusal for case " + i, e);
                }
            }
        }
    }

    private void refused(byte[] content, String code) {
        assertThatThrownBy(() -> rows(content))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
