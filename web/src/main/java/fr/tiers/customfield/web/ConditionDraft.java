package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One rule of a field, as lines that are edited. */
public class ConditionDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final GroupDraft all;

    ConditionDraft(String name, Condition condition) {
        this.name = name;
        this.all = new GroupDraft(null, condition);
    }

    /** @return null when there is no rule */
    Condition condition() {
        return all.condition();
    }

    public String getName() {
        return name;
    }

    public List<RuleLine> getLines() {
        var lines = new ArrayList<RuleLine>();
        all.collect(lines);
        return lines;
    }
}
