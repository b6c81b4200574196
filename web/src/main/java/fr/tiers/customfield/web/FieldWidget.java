package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldType;

/** How an input looks, by the type of its field. */
final class FieldWidget {

    private static final int MANY = 100;

    private FieldWidget() {}

    /** Which widget: line, area, rich, choice, radio, several, pick, picks, amount, file, separator or computed. */
    static String of(FieldDefinition field) {
        return switch (field.type()) {
            case TEXT -> "area";
            case HTML -> "rich";
            case RADIO -> "radio";
            case SELECT, DEPENDENT_SELECT, BOOLEAN -> isSearched(field) ? "pick" : "choice";
            case MULTI_SELECT -> isSearched(field) ? "picks" : "several";
            case LINK -> "pick";
            case MULTI_LINK -> "picks";
            case AMOUNT -> "amount";
            case FILE, IMAGE -> "file";
            case SEPARATOR -> "separator";
            case COMPUTED -> "computed";
            case RATING -> "choice";
            default -> "line";
        };
    }

    static String htmlType(FieldDefinition field) {
        return switch (field.type()) {
            case DATE -> "date";
            case DATETIME -> "datetime-local";
            case EMAIL -> "email";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    static String inputmode(FieldDefinition field) {
        return switch (field.type()) {
            case INTEGER -> "numeric";
            case DECIMAL -> "decimal";
            case URL -> "url";
            default -> "text";
        };
    }

    static String placeholder(FieldDefinition field) {
        return switch (field.type()) {
            case GPS -> "48.8566, 2.3522";
            case DURATION -> "1:30";
            case URL -> "https://…";
            default -> "";
        };
    }

    /** Whether one types words to find a value, because there are many. */
    static boolean isSearched(FieldDefinition field) {
        return field.type().isLink()
                || field.type().hasOptions()
                        && field.type() != FieldType.RADIO
                        && field.options().size() > MANY;
    }
}
