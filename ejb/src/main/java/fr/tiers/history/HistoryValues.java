package fr.tiers.history;

import java.util.List;

/** What there is to filter a tier's change log by. */
public record HistoryValues(List<Field> fields, List<String> entities, List<String> authors, List<String> sources) {

    /** A field of a kind of thing. */
    public record Field(String entity, String field) {}
}
