package fr.tiers.keyfigures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Reads a record of a dataset {@code chiffres-cles-<year>} (Explore API v2.1): three slots, each a fiscal year. Numbers come as numbers,
 * as text, as null or not at all; a null is "not published".
 */
final class InfogreffeParser {

    private static final int SLOTS = 3;
    private static final BigDecimal LIMIT = new BigDecimal("1e15");
    private static final int LONGEST_YEAR = 36;

    private InfogreffeParser() {}

    /** @return fiscal years of all records of the SIREN, newest first, each closing date once, at most three */
    static List<PublicFigure> parse(JsonNode answer, String siren) {
        var years = new ArrayList<PublicFigure>();
        for (var line : answer.path("results")) {
            if (siren.equals(sirenOf(line))) {
                for (var slot = 1; slot <= SLOTS; slot++) {
                    var year = year(line, slot);
                    if (year != null) {
                        years.add(year);
                    }
                }
            }
        }
        // A company registered with two courts has two records of the same year: the fuller one counts.
        years.sort(
                Comparator.comparing(PublicFigure::closingDate).reversed().thenComparing(PublicFigure::confidential));
        var seen = new HashSet<LocalDate>();
        return years.stream()
                .filter(year -> seen.add(year.closingDate()))
                .limit(SLOTS)
                .toList();
    }

    /** A number would have lost its leading zeros. */
    private static String sirenOf(JsonNode line) {
        var text = line.path("siren").asText("").replaceAll("\\D", "");
        return text.length() < 9 ? "0".repeat(9 - text.length()) + text : text;
    }

    private static PublicFigure year(JsonNode line, int slot) {
        var closing = date(line.path("date_de_cloture_exercice_" + slot));
        var named = whole(line.path("millesime_" + slot), 1900, 2200);
        if (closing == null) {
            if (named == null) {
                return null;
            }
            closing = LocalDate.of(named, 12, 31);
        }
        return new PublicFigure(
                named == null ? closing.getYear() : named,
                closing,
                whole(line.path("duree_" + slot), 1, LONGEST_YEAR),
                amount(line.path("ca_" + slot)),
                amount(line.path("resultat_" + slot)),
                whole(line.path("effectif_" + slot), 0, 10_000_000));
    }

    private static LocalDate date(JsonNode value) {
        var text = value.asText("");
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static BigDecimal amount(JsonNode value) {
        var number = number(value);
        return number == null || number.abs().compareTo(LIMIT) > 0 ? null : number.setScale(2, RoundingMode.HALF_UP);
    }

    private static Integer whole(JsonNode value, int from, int to) {
        var number = number(value);
        if (number == null
                || number.compareTo(BigDecimal.valueOf(from)) < 0
                || number.compareTo(BigDecimal.valueOf(to)) > 0) {
            return null;
        }
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private static BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        var text = value.asText("").replaceAll("[\\s\\p{Z}]", "").replace(',', '.');
        // Longer than any amount, and 1e999999999 would fill the heap when rounded
        if (!value.isTextual() || !text.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return null;
        }
        return new BigDecimal(text);
    }
}
