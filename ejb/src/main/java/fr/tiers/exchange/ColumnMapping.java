package fr.tiers.exchange;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one column of the file means.
 *
 * @param column its header
 * @param field name of a {@link TargetField}; null leaves the column out
 * @param values what words of the file stand for, e.g. {@code Clients} for {@code CUSTOMER}; others are read as they are
 */
public record ColumnMapping(String column, String field, Map<String, String> values) implements Serializable {

    public ColumnMapping {
        field = field == null || field.isBlank() ? null : field.strip();
        values = values == null ? new LinkedHashMap<>() : new LinkedHashMap<>(values);
    }

    ColumnMapping(String column, String field) {
        this(column, field, null);
    }
}
