package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkActions;
import fr.tiers.bulk.BulkRow;
import fr.tiers.bulk.BulkStatus;
import fr.tiers.bulk.BulkView;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierLabels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;

/** Words, pills and choices of the pages of bulk actions. */
@Named("bulkLabels")
@RequestScoped
public class BulkLabels {

    private static final List<String> BEFORE = List.of("CHANGE", "UNCHANGED", "REFUSED");
    private static final List<String> AFTER =
            List.of("APPLIED", "UNDONE", "KEPT", "UNCHANGED", "REFUSED", "CHANGED_SINCE");

    private final BulkActions bulks;
    private final BulkWords words;
    private final TierLabels tiers;

    protected BulkLabels() {
        this(null, null, null);
    }

    @Inject
    public BulkLabels(BulkActions bulks, BulkWords words, TierLabels tiers) {
        this.bulks = bulks;
        this.words = words;
        this.tiers = tiers;
    }

    /** Whether the user may do anything to many tiers at once. */
    public boolean isAnyOffered() {
        return !bulks.offered().isEmpty();
    }

    /** What an action that adds and removes can be about. */
    public List<SelectItem> choices(String action) {
        return switch (action) {
            case "CHANGE_AGENCIES" -> items(tiers.getAgencies());
            case "CHANGE_COMPANIES" -> items(tiers.getCompanies());
            case "CHANGE_TYPES" -> tiers.getActiveTypes().stream()
                    .map(type -> new SelectItem(type.code(), tiers.typeLabel(type.code())))
                    .toList();
            default -> List.of();
        };
    }

    private static List<SelectItem> items(List<TierLabels.Choice> choices) {
        return choices.stream()
                .map(choice -> new SelectItem(choice.code(), choice.label()))
                .toList();
    }

    /** What is done, with what: "Attribuer un commercial : Jeanne Martin". */
    public String title(BulkView view) {
        var said = view.parameters().entrySet().stream()
                .map(entry -> parameter(view.action(), entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" ; "));
        var name = Functions.text("bulk.action." + view.action());
        return said.isEmpty() ? name : Functions.text2("bulk.title.with", name, said);
    }

    private String parameter(String action, String name, List<String> values) {
        var words = values.stream().map(value -> value(field(action), value)).collect(Collectors.joining(", "));
        return switch (name) {
            case "add" -> Functions.text1("bulk.said.add", words);
            case "remove" -> Functions.text1("bulk.said.remove", words);
            default -> words;
        };
    }

    private static String field(String action) {
        return switch (action) {
            case "ASSIGN_OWNER" -> "owner";
            case "MOVE_TO_UNIT" -> "salesUnit";
            case "CHANGE_AGENCIES" -> "agencies";
            case "CHANGE_COMPANIES" -> "companies";
            case "CHANGE_TYPES" -> "types";
            case "CONVERT" -> "function";
            default -> "";
        };
    }

    /** A value as the screens say it. */
    public String value(String field, String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "function".equals(field) ? Functions.text("bulk.function." + text) : tiers.value(field, text);
    }

    public String field(BulkRow row, String name) {
        return words.field(name, Faces.getLocale());
    }

    public String problems(BulkRow row) {
        return words.problems(row, Faces.getLocale());
    }

    public String outcome(BulkRow row) {
        return BulkWords.outcome(row);
    }

    /** The kinds of rows that there are. */
    public List<String> kinds(BulkView view) {
        boolean planned = view.status() == BulkStatus.PLANNED || view.status() == BulkStatus.PLANNING;
        var kinds = (planned ? BEFORE : AFTER).stream().filter(kind -> view.count(kind) > 0);
        return kinds.toList();
    }

    public String pill(String kind) {
        return switch (kind == null ? "" : kind) {
            case "APPLIED" -> "success";
            case "CHANGE" -> "info";
            case "REFUSED", "KEPT" -> "danger";
            case "CHANGED_SINCE" -> "warning";
            default -> "neutral";
        };
    }

    public String icon(String kind) {
        return switch (kind == null ? "" : kind) {
            case "APPLIED" -> "pi-check";
            case "CHANGE" -> "pi-pencil";
            case "REFUSED" -> "pi-ban";
            case "CHANGED_SINCE", "KEPT" -> "pi-exclamation-triangle";
            case "UNDONE" -> "pi-undo";
            default -> "pi-equals";
        };
    }

    public String statusPill(BulkStatus status) {
        return switch (status) {
            case DONE -> "success";
            case PLANNING, PLANNED, RUNNING, UNDOING -> "info";
            case PLAN_STOPPED, RUN_STOPPED, UNDO_STOPPED -> "warning";
            case UNDONE -> "neutral";
        };
    }

    public String statusIcon(BulkStatus status) {
        return switch (status) {
            case DONE -> "pi-check";
            case PLANNING, RUNNING, UNDOING -> "pi-sync";
            case PLANNED -> "pi-eye";
            case PLAN_STOPPED, RUN_STOPPED, UNDO_STOPPED -> "pi-stop-circle";
            case UNDONE -> "pi-undo";
        };
    }

    public String actionIcon(String action) {
        return switch (action) {
            case "ASSIGN_OWNER" -> "pi-user";
            case "MOVE_TO_UNIT" -> "pi-sitemap";
            case "CHANGE_AGENCIES" -> "pi-map-marker";
            case "CHANGE_COMPANIES" -> "pi-building";
            case "CHANGE_TYPES" -> "pi-th-large";
            case "CHANGE_TAGS" -> "pi-tag";
            case "CLOSE" -> "pi-lock";
            case "REOPEN" -> "pi-lock-open";
            case "CONVERT" -> "pi-star";
            default -> "pi-pencil";
        };
    }
}
