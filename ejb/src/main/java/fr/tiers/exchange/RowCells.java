package fr.tiers.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of one row by the fields that their columns mean, with the words of the file already exchanged for those of the house. */
final class RowCells {

    private final Map<String, String> texts = new HashMap<>();

    RowCells(ImportSettings settings, List<String> cells) {
        var columns = settings.columns();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.field() != null) {
                var text = i < cells.size() ? cells.get(i).strip() : "";
                texts.put(column.field(), column.values().getOrDefault(text, text));
            }
        }
    }

    /** Whether a column means it. */
    boolean has(String field) {
        return texts.containsKey(field);
    }

    /** @return empty for an empty cell and for no column */
    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    boolean anyOf(String prefix) {
        return texts.entrySet().stream()
                .anyMatch(cell ->
                        cell.getKey().startsWith(prefix) && !cell.getValue().isEmpty());
    }
}
