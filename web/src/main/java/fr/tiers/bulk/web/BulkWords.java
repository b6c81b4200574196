package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkRow;
import fr.tiers.exchange.web.ImportWords;
import fr.tiers.kernel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Rows of bulk actions in words, in whatever language is asked for. */
@RequestScoped
public class BulkWords {

    private final Texts texts;
    private final ImportWords words;

    protected BulkWords() {
        this(null, null);
    }

    @Inject
    public BulkWords(Texts texts, ImportWords words) {
        this.texts = texts;
        this.words = words;
    }

    /** What a changed field is called. */
    public String field(String name, Locale locale) {
        return "function".equals(name)
                ? texts.text("bulk.field.function", List.of(), locale)
                : words.label(name, locale);
    }

    /** Why a row was not written, or not taken back; empty when it was. */
    public String problems(BulkRow row, Locale locale) {
        return words.problems(row.problems(), locale);
    }

    /** What became of a row, as one word. */
    public String outcome(BulkRow row, Locale locale) {
        return row.result() == null ? "" : texts.text("bulk.one." + outcome(row), List.of(), locale);
    }

    /** The result, or where that was to change something, what has happened since. */
    public static String outcome(BulkRow row) {
        if (!"CHANGE".equals(row.result()) || "PLANNED".equals(row.state())) {
            return row.result();
        }
        return "DONE".equals(row.state()) ? "APPLIED" : row.state();
    }
}
