package fr.tiers.simulator.geopf;

import fr.tiers.simulator.data.Nomenclatures;
import fr.tiers.simulator.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /search/csv/}: a multipart form with a file, answered with the same file and result columns added. */
final class CsvGeocoding {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final List<String> RESULTS = List.of(
            "latitude",
            "longitude",
            "result_label",
            "result_score",
            "result_type",
            "result_id",
            "result_housenumber",
            "result_name",
            "result_street",
            "result_postcode",
            "result_city",
            "result_context",
            "result_citycode");

    private final Geocoder geocoder;
    private final Nomenclatures nomenclatures;

    CsvGeocoding(Geocoder geocoder, Nomenclatures nomenclatures) {
        this.geocoder = geocoder;
        this.nomenclatures = nomenclatures;
    }

    /** @return the completed CSV, empty when the form has no file or names an unknown column */
    Optional<String> geocode(HttpCall call) {
        Map<String, List<String>> form = form(call);
        if (!form.containsKey("data")) {
            return Optional.empty();
        }
        List<List<String>> rows = rows(form.get("data").get(0));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> header = rows.get(0);
        char separator = separator(form.get("data").get(0));
        List<String> columns = form.getOrDefault("columns", header);
        List<String> shown = form.getOrDefault("result_columns", RESULTS);
        if (!header.containsAll(columns)) {
            return Optional.empty();
        }
        StringBuilder csv = new StringBuilder();
        List<String> added = RESULTS.stream().filter(shown::contains).toList();
        append(csv, header, added, separator);
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> words = new ArrayList<>();
            columns.forEach(column -> words.add(cell(row, header.indexOf(column))));
            Map<String, String> found = found(
                    String.join(" ", words).trim(),
                    mapped(form, "postcode", header, row),
                    mapped(form, "citycode", header, row));
            append(
                    csv,
                    row,
                    added.stream().map(name -> found.getOrDefault(name, "")).toList(),
                    separator);
        }
        return Optional.of(csv.toString());
    }

    private Map<String, String> found(String text, Optional<String> postcode, Optional<String> citycode) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return cells;
        }
        geocoder.search(text, new Geocoder.Filter(postcode, citycode, Optional.empty()), 1)
                .forEach(place -> {
                    cells.put("latitude", String.valueOf(Place.decimals(place.latitude())));
                    cells.put("longitude", String.valueOf(Place.decimals(place.longitude())));
                    cells.put("result_label", place.label());
                    cells.put("result_score", String.valueOf(Math.round(place.score() * 100) / 100.0));
                    cells.put("result_type", place.type());
                    cells.put("result_id", place.id());
                    cells.put("result_housenumber", place.number() == null ? "" : place.number());
                    cells.put("result_name", place.name());
                    cells.put("result_street", place.street() == null ? "" : place.street());
                    cells.put("result_postcode", place.postcode());
                    cells.put("result_city", place.commune().city());
                    cells.put("result_context", place.context(nomenclatures));
                    cells.put("result_citycode", place.commune().code());
                });
        return cells;
    }

    private static Optional<String> mapped(
            Map<String, List<String>> form, String parameter, List<String> header, List<String> row) {
        List<String> column = form.get(parameter);
        return column == null
                ? Optional.empty()
                : Optional.of(cell(row, header.indexOf(column.get(0)))).filter(value -> !value.isEmpty());
    }

    private static String cell(List<String> row, int index) {
        return index < 0 || index >= row.size() ? "" : row.get(index);
    }

    private static Map<String, List<String>> form(HttpCall call) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(call.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            return form;
        }
        String body = new String(call.body(), StandardCharsets.UTF_8);
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)))) {
            int blank = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(blank < 0 ? "" : part.substring(0, blank));
            if (name.find()) {
                String value = part.substring(blank + 4).replaceFirst("\r\n$", "");
                form.computeIfAbsent(name.group(1), key -> new ArrayList<>()).add(value);
            }
        }
        return form;
    }

    private static char separator(String csv) {
        String first = csv.lines().findFirst().orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private static List<List<String>> rows(String csv) {
        char separator = separator(csv);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (csv.replace("\r\n", "\n").stripTrailing() + "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static void append(StringBuilder csv, List<String> row, List<String> more, char separator) {
        List<String> cells = new ArrayList<>(row);
        cells.addAll(more);
        List<String> written = cells.stream()
                .map(cell -> cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .toList();
        csv.append(String.join(String.valueOf(separator), written)).append('\n');
    }
}
