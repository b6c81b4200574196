package fr.tiers.exchange.file;

import java.util.List;

/** Takes the rows of a file in their order. */
@FunctionalInterface
public interface RowSink {

    /**
     * @param number of the row in the spreadsheet, from 1
     * @param cells without blanks around them; empty, never null
     */
    void row(int number, List<String> cells);
}
