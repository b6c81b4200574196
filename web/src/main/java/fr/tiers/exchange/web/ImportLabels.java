package fr.tiers.exchange.web;

import fr.tiers.exchange.ImportView;
import fr.tiers.exchange.Imports;
import fr.tiers.exchange.RowView;
import fr.tiers.exchange.TargetField;
import fr.tiers.exchange.TargetFields;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** Words, pills and choices of the import pages. */
@Named("importLabels")
@RequestScoped
public class ImportLabels {

    private static final List<String> KINDS =
            List.of("CREATED", "UPDATED", "UNCHANGED", "DUPLICATE", "ERROR", "CHANGED", "REVERTED", "KEPT");

    private final ImportWords words;
    private final Imports imports;
    private List<TargetField> fields;
    private List<SelectItem> choices;

    protected ImportLabels() {
        this(null, null);
    }

    @Inject
    public ImportLabels(ImportWords words, Imports imports) {
        this.words = words;
        this.imports = imports;
    }

    private static Locale locale() {
        return Faces.getLocale();
    }

    private List<TargetField> fields() {
        if (fields == null) {
            fields = imports.fields();
        }
        return fields;
    }

    /** Everything a column can be, in groups. */
    public List<SelectItem> getChoices() {
        if (choices == null) {
            choices = new ArrayList<>();
            for (var group : TargetField.Group.values()) {
                var items = fields().stream()
                        .filter(field -> field.group() == group)
                        .map(field -> new SelectItem(field.name(), words.label(field, locale())))
                        .toArray(SelectItem[]::new);
                if (items.length > 0) {
                    var label = Functions.text("exchange.group." + group);
                    choices.add(new SelectItemGroup(label, label, false, items));
                }
            }
        }
        return choices;
    }

    /** The keys that the columns of the draft give. */
    public List<SelectItem> keys(MappingDraft draft) {
        var taken = draft.getFields();
        return fields().stream()
                .filter(field -> TargetFields.isKey(field) && taken.contains(field.name()))
                .map(field -> new SelectItem(field.name(), words.label(field, locale())))
                .toList();
    }

    public String field(String name) {
        return words.label(name, locale());
    }

    public List<String> problems(RowView row) {
        var changed = row.result() != null && "CHANGED".equals(row.result().name())
                ? Stream.of(Functions.text("exchange.result.CHANGED.hint"))
                : Stream.<String>empty();
        return Stream.concat(changed, row.problems().stream().map(problem -> words.problem(problem, locale())))
                .toList();
    }

    /** The kinds of rows that there are. */
    public List<String> kinds(ImportView view) {
        return KINDS.stream().filter(kind -> view.count(kind) > 0).toList();
    }

    /** What a row is called that has no tier yet: its first filled cell. */
    public String name(RowView row) {
        return row.tierName() != null
                ? row.tierName()
                : row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .findFirst()
                        .orElse("");
    }

    public String pill(String kind) {
        return switch (kind) {
            case "CREATED" -> "success";
            case "UPDATED" -> "info";
            case "ERROR", "KEPT" -> "danger";
            case "DUPLICATE", "CHANGED" -> "warning";
            default -> "neutral";
        };
    }

    public String icon(String kind) {
        return switch (kind) {
            case "CREATED" -> "pi-plus";
            case "UPDATED" -> "pi-pencil";
            case "ERROR" -> "pi-times-circle";
            case "DUPLICATE" -> "pi-clone";
            case "CHANGED", "KEPT" -> "pi-exclamation-triangle";
            case "REVERTED" -> "pi-undo";
            default -> "pi-equals";
        };
    }

    public String statusPill(ImportView.Status status) {
        return switch (status) {
            case DONE -> "success";
            case SIMULATING, RUNNING, REVERTING, SIMULATED -> "info";
            case SIMULATION_STOPPED, RUN_STOPPED, REVERT_STOPPED -> "warning";
            case MAPPING, REVERTED -> "neutral";
        };
    }

    public String statusIcon(ImportView.Status status) {
        return switch (status) {
            case DONE -> "pi-check";
            case SIMULATING, RUNNING, REVERTING -> "pi-sync";
            case SIMULATED -> "pi-eye";
            case SIMULATION_STOPPED, RUN_STOPPED, REVERT_STOPPED -> "pi-stop-circle";
            case MAPPING -> "pi-pencil";
            case REVERTED -> "pi-undo";
        };
    }

    /** 1 for the columns, 2 for the simulation, 3 for the run. */
    public int step(ImportView.Status status) {
        return switch (status) {
            case MAPPING -> 1;
            case SIMULATING, SIMULATION_STOPPED, SIMULATED -> 2;
            default -> 3;
        };
    }
}
