package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import java.io.Serializable;

/** One line of the editor of a rule: a comparison, or the head of a group. */
public abstract class RuleLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final GroupDraft parent;

    RuleLine(GroupDraft parent) {
        this.parent = parent;
    }

    /** @return null when it says nothing */
    abstract Condition condition();

    public abstract boolean isGroup();

    /** 0 for the whole rule. */
    public int getDepth() {
        return parent == null ? 0 : parent.getDepth() + 1;
    }

    public void drop() {
        parent.forget(this);
    }
}
