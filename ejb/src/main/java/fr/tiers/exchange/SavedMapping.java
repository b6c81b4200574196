package fr.tiers.exchange;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the columns of a kind of file mean, kept under a name for everybody who imports. */
public record SavedMapping(
        long id, long version, String name, ImportSettings settings, String updatedBy, Instant updatedAt)
        implements Serializable {

    /** Applied to a file: columns that it does not know stay as they were guessed, keys whose column is missing are dropped. */
    public ImportSettings over(ImportSettings fresh) {
        var known = settings.columns().stream()
                .collect(Collectors.toMap(
                        column -> Words.plain(column.column()), column -> column, (one, other) -> one));
        var taken = settings.columns().stream().map(ColumnMapping::field).toList();
        var columns = fresh.columns().stream()
                .map(column -> {
                    var kept = known.get(Words.plain(column.column()));
                    if (kept != null) {
                        return new ColumnMapping(column.column(), kept.field(), kept.values());
                    }
                    return taken.contains(column.field()) ? new ColumnMapping(column.column(), null) : column;
                })
                .toList();
        var fields = columns.stream().map(ColumnMapping::field).toList();
        List<String> keys = settings.keys().stream().filter(fields::contains).toList();
        return new ImportSettings(fresh.format(), columns, keys, settings.mode(), settings.blank(), settings.types());
    }
}
