package fr.tiers.customfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What an administrator says about a field.
 *
 * @param object TIER, CONTACT, ADDRESS or EVENT
 * @param code by which values are kept; never changes
 * @param type never changes here: see the change of type
 * @param options of a choice, in their order
 * @param dependsOn of a dependent choice: code of the field whose option decides
 * @param target of a link: TIER, CONTACT or USER; of a file DOCUMENT, always
 * @param formula of a computed field
 * @param defaultValue what a new object starts with
 * @param min smallest number, or shortest text
 * @param max largest number, or longest text
 * @param pattern regular expression that a text must match as a whole
 * @param group heading under which the field stands on its tab
 * @param block part of the form it stands in: CUSTOM; in that of a tier also IDENTITY, CONTACT, ADDRESS or ORGANISATION
 * @param width HALF or FULL
 * @param listed a column of the list
 * @param importable for imports to read
 * @param exportable for exports to read
 * @param printable printed on documents
 * @param api part of the bodies of REST
 * @param personal personal data: part of the export of a person, emptied when it is forgotten
 * @param tierTypes codes of the types of tiers, or of events, that have the field; all when empty
 * @param visibleTo roles that see the field, besides administrators; all who see the object when empty
 * @param editableBy roles that may change it, besides administrators; all who edit the object when empty
 * @param visible null: always
 * @param requiredWhen besides {@code required}
 * @param readOnlyWhen null: never
 * @param whenHidden KEEP or CLEAR: what becomes of the value when the field is not shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldDefinition(
        String object,
        String code,
        FieldType type,
        String labelFr,
        String labelEn,
        String helpFr,
        String helpEn,
        List<FieldOption> options,
        String dependsOn,
        String target,
        String formula,
        Object defaultValue,
        BigDecimal min,
        BigDecimal max,
        String pattern,
        Boolean required,
        Boolean unique,
        String group,
        String block,
        String width,
        Integer position,
        Boolean listed,
        Boolean filterable,
        Boolean searchable,
        Boolean importable,
        Boolean exportable,
        Boolean printable,
        Boolean api,
        Boolean personal,
        List<String> tierTypes,
        List<String> visibleTo,
        List<String> editableBy,
        Condition visible,
        Condition requiredWhen,
        Condition readOnlyWhen,
        String whenHidden,
        Boolean active)
        implements Serializable {

    public FieldDefinition {
        object = Objects.requireNonNullElse(object, "TIER");
        target = type != null && type.isFile() ? FieldType.FILE_TARGET : target;
        labelEn = labelEn == null || labelEn.isBlank() ? labelFr : labelEn;
        options = options == null
                ? List.of()
                : options.stream().filter(Objects::nonNull).toList();
        required = Boolean.TRUE.equals(required);
        unique = Boolean.TRUE.equals(unique);
        block = Objects.requireNonNullElse(block, "CUSTOM");
        width = Objects.requireNonNullElse(width, "HALF");
        position = Objects.requireNonNullElse(position, 100);
        listed = Boolean.TRUE.equals(listed);
        filterable = Boolean.TRUE.equals(filterable);
        searchable = Boolean.TRUE.equals(searchable);
        importable = importable == null || importable;
        exportable = exportable == null || exportable;
        printable = Boolean.TRUE.equals(printable);
        api = api == null || api;
        personal = Boolean.TRUE.equals(personal);
        tierTypes = known(tierTypes);
        visibleTo = known(visibleTo);
        editableBy = known(editableBy);
        whenHidden = Objects.requireNonNullElse(whenHidden, "KEEP");
        active = active == null || active;
    }

    private static List<String> known(List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().filter(Objects::nonNull).distinct().toList();
    }

    public String label(String language) {
        return "en".equals(language) ? labelEn : labelFr;
    }

    public String help(String language) {
        return "en".equals(language) && helpEn != null ? helpEn : helpFr;
    }

    /** Stable: where a value stands, {@code custom.<code>} in violations, history and URLs. */
    public String name() {
        return "custom." + code;
    }

    FieldOption option(Object wanted) {
        return options.stream()
                .filter(option -> option.code().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
