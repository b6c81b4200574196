package fr.tiers.kernel.web;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table one after the other; a file of any length needs no more memory than one of them. */
public interface TableSink {

    /** @param cells texts, numbers, {@code LocalDate}s and {@code Instant}s; null for nothing */
    void row(List<?> cells) throws IOException;

    /** Writes the rows. */
    @FunctionalInterface
    interface Rows {
        void write(TableSink sink) throws IOException;
    }
}
