package fr.tiers.exchange;

import fr.tiers.exchange.file.FileFormat;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a user decides about an import.
 *
 * @param format how the file is read
 * @param columns in the order of the file
 * @param keys names of fields by which a row finds its tier, all of them together; none: every row is a new tier
 * @param mode what may be written
 * @param blank what an empty cell means for a tier that exists
 * @param types of a new tier whose row names none
 */
public record ImportSettings(
        FileFormat format, List<ColumnMapping> columns, List<String> keys, Mode mode, Blank blank, List<String> types)
        implements Serializable {

    /** What may be written. */
    public enum Mode {
        CREATE,
        UPDATE,
        BOTH;

        boolean creates() {
            return this != UPDATE;
        }

        boolean updates() {
            return this != CREATE;
        }
    }

    /** What an empty cell means for a tier that exists. */
    public enum Blank {
        KEEP,
        CLEAR
    }

    public ImportSettings {
        columns = known(columns);
        keys = known(keys).stream().distinct().toList();
        mode = Objects.requireNonNullElse(mode, Mode.BOTH);
        blank = Objects.requireNonNullElse(blank, Blank.KEEP);
        types = known(types).stream().distinct().toList();
    }

    private static <T> List<T> known(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    ImportSettings withFormat(FileFormat other, List<ColumnMapping> otherColumns) {
        return new ImportSettings(other, otherColumns, keys, mode, blank, types);
    }

    /** Whether some column is that field. */
    boolean has(String field) {
        return columns.stream().anyMatch(column -> field.equals(column.field()));
    }
}
