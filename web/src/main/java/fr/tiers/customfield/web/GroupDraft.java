package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Conditions of which all, or any, must hold; groups may stand in groups. */
public class GroupDraft extends RuleLine {

    private static final long serialVersionUID = 1L;

    private final ArrayList<RuleLine> lines = new ArrayList<>();
    private String mode = "ALL";

    /** @param condition null for a group that is empty so far */
    GroupDraft(GroupDraft parent, Condition condition) {
        super(parent);
        if (condition == null) {
            return;
        }
        mode = condition.any() == null ? "ALL" : "ANY";
        var parts = condition.field() != null
                ? List.of(condition)
                : condition.any() == null ? condition.all() : condition.any();
        parts.forEach(
                part -> lines.add(part.field() == null ? new GroupDraft(this, part) : new ComparisonDraft(this, part)));
    }

    @Override
    Condition condition() {
        var parts =
                lines.stream().map(RuleLine::condition).filter(Objects::nonNull).toList();
        return parts.isEmpty()
                ? null
                : parts.size() == 1 ? parts.get(0) : "ANY".equals(mode) ? Condition.any(parts) : Condition.all(parts);
    }

    @Override
    public boolean isGroup() {
        return true;
    }

    /** The group and what stands in it, in the order they are shown. */
    void collect(List<RuleLine> into) {
        into.add(this);
        for (var line : lines) {
            if (line instanceof GroupDraft group) {
                group.collect(into);
            } else {
                into.add(line);
            }
        }
    }

    void forget(RuleLine line) {
        lines.remove(line);
    }

    public void add() {
        lines.add(new ComparisonDraft(this, Condition.of(null, "EQ", null)));
    }

    /** With one condition to be filled in. */
    public void addGroup() {
        var group = new GroupDraft(this, null);
        group.mode = "ALL".equals(mode) ? "ANY" : "ALL";
        group.add();
        lines.add(group);
    }

    public boolean isNestable() {
        return getDepth() < Condition.MAX_DEPTH - 1 && !lines.isEmpty();
    }

    public int getSize() {
        return lines.size();
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }
}
