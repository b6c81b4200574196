package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One rule: comparisons of which all, or any, must hold. A nested one came over REST; it is shown and kept as it is. */
public class ConditionDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final Condition nested;
    private String mode = "ALL";
    private final ArrayList<ComparisonDraft> rows = new ArrayList<>();

    ConditionDraft(String name, Condition condition) {
        this.name = name;
        var parts = condition == null
                ? List.<Condition>of()
                : condition.all() != null
                        ? condition.all()
                        : condition.any() != null ? condition.any() : List.of(condition);
        nested = parts.stream().anyMatch(part -> part.field() == null) ? condition : null;
        mode = condition != null && condition.any() != null ? "ANY" : "ALL";
        if (nested == null) {
            parts.forEach(part -> rows.add(new ComparisonDraft(part)));
        }
    }

    Condition condition() {
        if (nested != null) {
            return nested;
        }
        var parts = rows.stream().map(ComparisonDraft::condition).toList();
        return parts.isEmpty()
                ? null
                : "ANY".equals(mode)
                        ? new Condition(null, null, null, null, parts)
                        : new Condition(null, null, null, parts, null);
    }

    public void add() {
        rows.add(new ComparisonDraft(Condition.of(null, "EQ", null)));
    }

    public void drop(int row) {
        rows.remove(row);
    }

    public String getName() {
        return name;
    }

    public boolean isNested() {
        return nested != null;
    }

    public List<ComparisonDraft> getRows() {
        return rows;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }
}
