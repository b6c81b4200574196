package fr.tiers.keyfigures.web;

import fr.tiers.kernel.web.Json;
import fr.tiers.keyfigures.KeyFigure;
import fr.tiers.shell.web.Functions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Key figures as Chart.js wants them, oldest year first. Colours come from the theme. */
final class FigureCharts {

    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final List<KeyFigure> years;

    FigureCharts(List<KeyFigure> figures) {
        years = figures.stream()
                .sorted(Comparator.comparing(KeyFigure::closingDate))
                .toList();
    }

    private record Series(String label, List<? extends Number> data) {
        boolean hasValues() {
            return data.stream().anyMatch(Objects::nonNull);
        }
    }

    /** Turnover and result in thousands of euros; null when no year has either. */
    String amounts() {
        return chart(
                series("keyfigures.turnover", figure -> thousands(figure.turnover())),
                series("keyfigures.result", figure -> thousands(figure.result())));
    }

    /** Null when no year has one. */
    String headcount() {
        return chart(series("keyfigures.headcount", KeyFigure::headcount));
    }

    private Series series(String key, Function<KeyFigure, ? extends Number> value) {
        return new Series(Functions.text(key), years.stream().map(value).toList());
    }

    private String chart(Series... series) {
        var shown = List.of(series).stream().filter(Series::hasValues).toList();
        if (shown.isEmpty()) {
            return null;
        }
        var labels = years.stream().map(figure -> String.valueOf(figure.year())).toList();
        var data = Map.of("labels", labels, "datasets", shown);
        return Json.write(Map.of("type", "bar", "data", data, "options", Map.of("maintainAspectRatio", false)));
    }

    private static BigDecimal thousands(BigDecimal euros) {
        return euros == null ? null : euros.divide(THOUSAND, 1, RoundingMode.HALF_UP);
    }
}
