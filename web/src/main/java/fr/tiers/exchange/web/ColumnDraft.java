package fr.tiers.exchange.web;

import fr.tiers.exchange.ColumnMapping;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;

/** What a column means, while it is edited. */
public class ColumnDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final HashMap<String, String> values;
    private final String sample;
    private String field;

    ColumnDraft(ColumnMapping mapping, int position, List<List<String>> rows) {
        this.column = mapping.column();
        this.values = new HashMap<>(mapping.values());
        this.field = mapping.field();
        this.sample = rows.stream()
                .map(row -> position < row.size() ? row.get(position) : "")
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(3)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    ColumnMapping mapping() {
        return new ColumnMapping(column, field, values);
    }

    public String getColumn() {
        return column;
    }

    /** The first few things that stand in the column. */
    public String getSample() {
        return sample;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }
}
