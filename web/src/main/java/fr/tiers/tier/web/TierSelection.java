package fr.tiers.tier.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.tier.MassConversion;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** What is done to the rows that were ticked in the list; at most as many as {@link MassConversion#MAX}. */
@Named("tierSelection")
@ViewScoped
public class TierSelection implements Serializable {

    private static final long serialVersionUID = 1L;

    private final MassConversion conversion;
    private final Refusals refusals;
    private ArrayList<MassConversion.Result> results = new ArrayList<>();

    protected TierSelection() {
        this(null, null);
    }

    @Inject
    public TierSelection(MassConversion conversion, Refusals refusals) {
        this.conversion = conversion;
        this.refusals = refusals;
    }

    /** Takes the ids from the request: the boxes belong to the browser, they outlive a page of the list. */
    public void convert() {
        var ids = ids(Faces.getRequestParameter("ids"));
        refusals.guard(() -> results = new ArrayList<>(conversion.convert(ids, "CUSTOMER")));
    }

    private static List<Long> ids(String text) {
        return Stream.of(text == null ? new String[0] : text.split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    public List<MassConversion.Result> getResults() {
        return results;
    }

    /** How many had this outcome. */
    public long count(String outcome) {
        return results.stream()
                .filter(result -> result.outcome().name().equals(outcome))
                .count();
    }

    /** Outcomes there were, good news first. */
    public List<String> getOutcomes() {
        return Stream.of(MassConversion.Outcome.values())
                .map(Enum::name)
                .filter(outcome -> count(outcome) > 0)
                .toList();
    }

    /** The kind of pill an outcome wears. */
    public String pill(String outcome) {
        return switch (outcome) {
            case "CONVERTED" -> "success";
            case "ALREADY" -> "info";
            case "NOT_A_PROSPECT" -> "warning";
            default -> "danger";
        };
    }

    public String icon(String outcome) {
        return switch (outcome) {
            case "CONVERTED" -> "pi-check";
            case "ALREADY" -> "pi-info-circle";
            case "NOT_A_PROSPECT" -> "pi-question";
            default -> "pi-ban";
        };
    }
}
