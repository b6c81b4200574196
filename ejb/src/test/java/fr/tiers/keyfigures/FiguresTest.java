package fr.tiers.keyfigures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aRecordGivesItsThreeYearsNewestFirst() {
        var years = InfogreffeParser.parse(answer(), "999999998");

        assertThat(years).extracting(PublicFigure::year).containsExactly(2024, 2023, 2022);
        assertThat(years.get(0).turnover()).isEqualByComparingTo("2841530");
        assertThat(years.get(1).result()).isEqualByComparingTo("-20415");
        assertThat(years.get(0).headcount()).isEqualTo(18);
        assertThat(years.get(0).duration()).isEqualTo(12);
        assertThat(years.get(2).headcount()).isNull();
        assertThat(new PublicFigures(years).confidential()).isFalse();
    }

    @Test
    void aClosingDateWithoutAmountsIsConfidentialAndNotZero() {
        var years = InfogreffeParser.parse(answer(), "999999980");

        assertThat(years).singleElement().satisfies(year -> {
            assertThat(year.confidential()).isTrue();
            assertThat(year.turnover()).isNull();
            assertThat(year.headcount()).isNull();
        });
        assertThat(new PublicFigures(years).confidential()).isTrue();
        assertThat(new PublicFigures(InfogreffeParser.parse(answer(), "552032534")).unknown())
                .isTrue();
    }

    @Test
    void numbersMayComeAsTextAndNonsenseIsLeftOut() throws IOException {
        var years = InfogreffeParser.parse(
                json(
                        """
                {"results": [{"siren": 5580137, "millesime_1": 2024, "ca_1": "1 234 567,89", "resultat_1": "1e999999999",
                              "effectif_1": "12", "duree_1": 99, "date_de_cloture_exercice_1": "pas une date"}]}
                """),
                "005580137");

        assertThat(years).singleElement().satisfies(year -> {
            assertThat(year.closingDate()).isEqualTo("2024-12-31");
            assertThat(year.turnover()).isEqualByComparingTo("1234567.89");
            assertThat(year.result()).isNull();
            assertThat(year.headcount()).isEqualTo(12);
            assertThat(year.duration()).isNull();
        });
    }

    @Test
    void aKnownFigureIsNeverReplacedByAnUnknownOne() {
        var known = figure("100.00", "5.00", 12, FigureSource.INFOGREFFE);

        assertThat(FigureMerge.merge(known, figure(null, null, null, FigureSource.INFOGREFFE)))
                .isNull();
        assertThat(FigureMerge.merge(known, figure("120", null, null, FigureSource.INFOGREFFE)))
                .satisfies(merged -> {
                    assertThat(merged.turnover()).isEqualByComparingTo("120");
                    assertThat(merged.headcount()).isEqualTo(12);
                    assertThat(merged.confidential()).isFalse();
                });
    }

    @Test
    void whatIsEqualIsNotWrittenAndWhatWasTypedStays() {
        var published = figure("100", "5", 12, FigureSource.INFOGREFFE);

        assertThat(FigureMerge.merge(figure("100.00", "5.00", 12, FigureSource.INFOGREFFE), published))
                .isNull();
        assertThat(FigureMerge.merge(figure("1", null, null, FigureSource.MANUAL), published))
                .isNull();
        assertThat(FigureMerge.merge(null, published)).isSameAs(published);
    }

    @Test
    void theTiersOwnFieldsFollowUntilSomebodyTypesOverThem() {
        var first = List.of(figure("100", null, 12, FigureSource.INFOGREFFE));
        var second = List.of(figure("120", null, 14, FigureSource.INFOGREFFE));
        var empty = new Headline(null, null, null);

        var shown = empty.follow(List.of(), first);

        assertThat(shown.sameAs(new Headline(12, new BigDecimal("100.00"), 2024)))
                .isTrue();
        assertThat(shown.follow(first, second).sameAs(new Headline(14, new BigDecimal("120"), 2024)))
                .isTrue();
        var typedOver = new Headline(99, new BigDecimal("1"), 2020);
        assertThat(typedOver.follow(first, second)).isEqualTo(typedOver);
        assertThat(empty.follow(List.of(), List.of(figure("7", null, 7, FigureSource.MANUAL))))
                .isEqualTo(empty);
    }

    @Test
    void aTypedFigureNeedsAYearAndSomeFigure() {
        assertThat(violations(new ManualFigure(null, null, 40, null, null, -1)))
                .extracting(Violation::field)
                .containsExactly("year", "duration", "headcount");
        assertThat(violations(new ManualFigure(2027, null, null, null, null, null)))
                .extracting(Violation::field)
                .containsExactly("year", "turnover");
        assertThat(violations(new ManualFigure(2025, LocalDate.of(2020, 1, 1), null, BigDecimal.ONE, null, null)))
                .extracting(Violation::field)
                .containsExactly("closingDate");
        assertThat(new ManualFigure(2025, null, null, BigDecimal.ONE, null, null)
                        .completed()
                        .closingDate())
                .isEqualTo("2025-12-31");
    }

    private static List<Violation> violations(ManualFigure typed) {
        try {
            typed.validate(TODAY);
        } catch (BusinessException e) {
            return e.violations();
        }
        return List.of();
    }

    private static KeyFigure figure(String turnover, String result, Integer headcount, FigureSource source) {
        return new KeyFigure(
                2024,
                LocalDate.of(2024, 12, 31),
                12,
                turnover == null ? null : new BigDecimal(turnover),
                result == null ? null : new BigDecimal(result),
                headcount,
                turnover == null && result == null && headcount == null,
                source,
                NOW);
    }

    private static JsonNode json(String text) throws IOException {
        return JsonMapper.builder().build().readTree(text);
    }

    private static JsonNode answer() {
        try (var in = FiguresTest.class.getResourceAsStream("chiffres-cles.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
