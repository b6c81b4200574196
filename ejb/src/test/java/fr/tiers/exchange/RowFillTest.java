package fr.tiers.exchange;

import fr.tiers.exchange.ImportSettings.Blank;
import fr.tiers.exchange.ImportSettings.Mode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.TierData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Headers, cells and settings: what a file says, in the words of the house. */
class RowFillTest {

    private final TestDatabase database = TestDatabase.fresh();

    private static ImportSettings settings(Blank blank, String... fields) {
        var columns = List.of(fields).stream()
                .map(field -> new ColumnMapping(field, field))
                .toList();
        return new ImportSettings(null, columns, List.of(), Mode.BOTH, blank, List.of("PROSPECT"));
    }

    private TierData filled(TierData data, boolean existing, ImportSettings settings, String... cells) {
        var checks = new Checks();
        new RowFill(
                        TargetFields.standard(),
                        new Vocabulary(database.db(), new Organisation(database.db()), null),
                        settings)
                .fill(data, new RowCells(settings, List.of(cells)), existing, checks);
        checks.refuse();
        return data;
    }

    @Test
    void columnsAreRecognisedByTheirHeaders() {
        var guessed = new HeaderGuess(TargetFields.standard())
                .guess(List.of(
                        "RAISON SOCIALE",
                        "N° Siret",
                        "C.P.",
                        "code_postal",
                        "Tél.",
                        "E-mail du contact",
                        "Zip",
                        "Mystère"));

        assertThat(guessed.stream().map(ColumnMapping::field))
                .containsExactly("name", "siret", "address.postalCode", null, "phone", "contact.email", null, null);
    }

    @Test
    void numbersAndDatesAreReadAsSpreadsheetsWriteThem() {
        for (var text : List.of("1 234,56", "1\u202f234,56 €", "1.234,56", "1,234.56", "1234.56")) {
            assertThat(CellTexts.number(text)).contains(new BigDecimal("1234.56"));
        }
        assertThat(CellTexts.number("12,5,3")).isEmpty();
        assertThat(CellTexts.number("1".repeat(50))).isEmpty();
        for (var text : List.of("2026-02-28", "28/02/2026", "28-2-2026", "28.02.2026", "2026-02-28T10:00")) {
            assertThat(CellTexts.date(text)).contains(LocalDate.of(2026, 2, 28));
        }
        assertThat(CellTexts.date("30/02/2026")).isEmpty();
        assertThat(CellTexts.moment("01/07/2026 10:30")).contains(Instant.parse("2026-07-01T08:30:00Z"));
        assertThat(CellTexts.siren("5580041")).isEqualTo("5580041");
        assertThat(CellTexts.siret("732 829 320 00074")).isEqualTo("73282932000074");
        assertThat(CellTexts.phone("612345678")).isEqualTo("0612345678");
    }

    @Test
    void cellsAreTypedIntoTheTier() {
        var data = filled(
                new TierData(),
                false,
                settings(
                        Blank.KEEP,
                        "name",
                        "kind",
                        "civility",
                        "capital",
                        "foundedOn",
                        "blocked",
                        "tags",
                        "address.country",
                        "address.postalCode"),
                "Dupont",
                "Particulier",
                "Madame",
                "12 000,50",
                "03/04/1999",
                "oui",
                "VIP, Salons|VIP",
                "Belgique",
                "1000");

        assertThat(data.getKind()).isEqualTo("INDIVIDUAL");
        assertThat(data.getCivility()).isEqualTo("MME");
        assertThat(data.getCapital()).isEqualByComparingTo("12000.50");
        assertThat(data.getFoundedOn()).isEqualTo(LocalDate.of(1999, 4, 3));
        assertThat(data.isBlocked()).isTrue();
        assertThat(data.getTags()).containsExactly("VIP", "Salons");
        assertThat(data.getAddress().getCountry()).isEqualTo("BE");
        assertThat(data.getTypes()).containsExactly("PROSPECT");
    }

    @Test
    void anEmptyCellKeepsOrClearsWhatIsThere() {
        var fields = new String[] {"phone", "tags", "status", "name"};
        assertThat(filled(known(), true, settings(Blank.KEEP, fields), "", "", "", "")
                        .getPhone())
                .isEqualTo("0102030405");
        var cleared = filled(known(), true, settings(Blank.CLEAR, fields), "", "", "", "");
        assertThat(cleared.getPhone()).isNull();
        assertThat(cleared.getTags()).isEmpty();
        assertThat(cleared.getStatus()).isEqualTo("ACTIVE");
    }

    private static TierData known() {
        var data = new TierData();
        data.setName("Connu");
        data.setPhone("0102030405");
        data.setTags(List.of("VIP"));
        return data;
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> filled(
                        new TierData(),
                        false,
                        settings(Blank.KEEP, "headcount", "foundedOn", "blocked"),
                        "beaucoup",
                        "hier",
                        "peut-être"))
                .isInstanceOfSatisfying(BusinessException.class, e -> assertThat(e.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "headcount wrong-type", "foundedOn wrong-type", "blocked wrong-type"));
    }

    @Test
    void wordsOfTheFileStandForOursWhereTheMappingSaysSo() {
        var settings = new ImportSettings(
                null,
                List.of(new ColumnMapping("Catégorie", "types", Map.of("A+", "CUSTOMER"))),
                List.of(),
                null,
                null,
                List.of());

        assertThat(filled(new TierData(), false, settings, "A+").getTypes()).containsExactly("CUSTOMER");
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedAtOnce() {
        var check = new SettingsCheck(TargetFields.standard());
        var wanted = new ImportSettings(
                null,
                List.of(
                        new ColumnMapping("A", "name"),
                        new ColumnMapping("B", "name"),
                        new ColumnMapping("X", "nothing")),
                List.of("siret", "phone"),
                Mode.UPDATE,
                null,
                List.of("UNKNOWN"));

        assertThatThrownBy(() -> check.check(wanted, List.of("A", "B"), List.of("PROSPECT")))
                .isInstanceOfSatisfying(BusinessException.class, e -> assertThat(e.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "columns unknown-value",
                                "columns import-field-twice",
                                "keys import-key-without-column",
                                "keys unknown-value",
                                "types unknown-reference"));
        var fine = new SettingsCheck(TargetFields.standard())
                .check(settings(Blank.KEEP, "name"), List.of("other", "name"), List.of("PROSPECT"));
        assertThat(fine.columns()).extracting(ColumnMapping::field).containsExactly(null, "name");
    }
}
