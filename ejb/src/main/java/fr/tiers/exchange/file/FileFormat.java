package fr.tiers.exchange.file;

import java.io.Serializable;

/**
 * How the bytes of a file become rows; detected, corrected by the user.
 *
 * @param kind CSV or XLSX; the content says so, never the user
 * @param encoding of a CSV file: UTF-8, UTF-16LE, UTF-16BE, windows-1252 or ISO-8859-1
 * @param separator of a CSV file: {@code ;}, {@code ,}, a tab or {@code |}
 * @param sheet of an XLSX file; the first one when absent
 */
public record FileFormat(Kind kind, String encoding, String separator, String sheet) implements Serializable {

    /** What the content is. */
    public enum Kind {
        CSV,
        XLSX
    }

    static FileFormat csv(String encoding, String separator) {
        return new FileFormat(Kind.CSV, encoding, separator, null);
    }
}
