package fr.tiers.customfield;

/** What a custom field holds. */
public enum FieldType {
    STRING,
    TEXT,
    /** Paragraphs, bold, italics, lists and links; cleaned of everything else. */
    HTML,
    INTEGER,
    DECIMAL,
    /** {@code {"amount":12.5,"currency":"EUR"}}. */
    AMOUNT,
    /** {@code "2026-11-22"}. */
    DATE,
    /** {@code "2026-11-22T10:00:00Z"}. */
    DATETIME,
    /** Whole minutes. */
    DURATION,
    BOOLEAN,
    /** Code of an option. */
    SELECT,
    RADIO,
    /** Codes of options. */
    MULTI_SELECT,
    /** Code of an option; which there are depends on the option chosen in another field. */
    DEPENDENT_SELECT,
    /** Id of a tier or a contact, or login of a user: see the target. */
    LINK,
    MULTI_LINK,
    EMAIL,
    PHONE,
    URL,
    /** Id of a document of the tier itself. */
    FILE,
    /** The same, a picture that can be shown. */
    IMAGE,
    /** {@code {"latitude":48.85,"longitude":2.35}}. */
    GPS,
    /** A whole number from 0 to the maximum, 5 when there is none. */
    RATING,
    /** Made of other fields by a formula. */
    COMPUTED,
    /** A heading; holds nothing. */
    SEPARATOR;

    /** What files lead to. */
    static final String FILE_TARGET = "DOCUMENT";

    /** Whether it has a value of its own. */
    public boolean stores() {
        return this != COMPUTED && this != SEPARATOR;
    }

    public boolean hasOptions() {
        return this == SELECT || this == RADIO || this == MULTI_SELECT || this == DEPENDENT_SELECT;
    }

    public boolean isLink() {
        return this == LINK || this == MULTI_LINK;
    }

    public boolean isFile() {
        return this == FILE || this == IMAGE;
    }

    public boolean isSeveral() {
        return this == MULTI_SELECT || this == MULTI_LINK;
    }

    /** Whether values are compared as numbers. */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == AMOUNT || this == DURATION || this == RATING;
    }

    public boolean isDate() {
        return this == DATE || this == DATETIME;
    }

    /** Whether "from … to …" makes sense. */
    public boolean hasRange() {
        return isNumber() || isDate();
    }

    /** Words that one searches parts of. */
    public boolean isText() {
        return this == STRING
                || this == TEXT
                || this == HTML
                || this == EMAIL
                || this == PHONE
                || this == URL
                || this == COMPUTED;
    }

    public boolean isSortable() {
        return !isSeveral() && this != GPS && this != SEPARATOR && this != TEXT && this != HTML && !isFile();
    }
}
