package fr.tiers.relation.web;

import fr.tiers.access.Action;
import fr.tiers.relation.GroupFigures;
import fr.tiers.relation.GroupQuery;
import fr.tiers.relation.Neighbour;
import fr.tiers.relation.RelationTree;
import fr.tiers.relation.RelationTrees;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import fr.tiers.tier.web.TierRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tree around the tier of the record, and the figures over what hangs below it. */
@Named("groupOfTier")
@RequestScoped
public class GroupOfTier {

    /** Deeper levels are not indented any further. */
    private static final int DEEPEST = 6;

    private final RelationTrees trees;
    private final GroupQuery groups;
    private final TierRights rights;
    private final TierRecordView record;
    private RelationTree tree;
    private GroupFigures turnover;
    private GroupFigures outstanding;

    protected GroupOfTier() {
        this(null, null, null, null);
    }

    @Inject
    public GroupOfTier(RelationTrees trees, GroupQuery groups, TierRights rights, TierRecordView record) {
        this.trees = trees;
        this.groups = groups;
        this.rights = rights;
        this.record = record;
    }

    /** A line of the tree. */
    public record Node(Neighbour tier, int depth, boolean current) {}

    public RelationTree getTree() {
        if (tree == null) {
            tree = trees.of(record.getId());
        }
        return tree;
    }

    /** Whether there is anything to show as a tree. */
    public boolean isInTree() {
        return !getTree().ancestors().isEmpty() || getTree().childCount() > 0;
    }

    /** From the top to the children; siblings stand apart. */
    public List<Node> getNodes() {
        var nodes = new ArrayList<Node>();
        for (var ancestor : getTree().ancestors()) {
            nodes.add(node(ancestor, nodes.size(), false));
        }
        int depth = nodes.size();
        nodes.add(node(getTree().tier(), depth, true));
        getTree().children().forEach(child -> nodes.add(node(child, depth + 1, false)));
        return nodes;
    }

    private static Node node(Neighbour tier, int depth, boolean current) {
        return new Node(tier, Math.min(depth, DEEPEST), current);
    }

    public long getMoreChildren() {
        return getTree().childCount() - getTree().children().size();
    }

    public GroupFigures getTurnover() {
        if (turnover == null) {
            turnover = groups.turnover(record.getId());
        }
        return turnover;
    }

    /** The same right as for the tab of receivables. */
    public boolean isOutstandingVisible() {
        return rights.may(Action.SEE_OUTSTANDING.name());
    }

    public GroupFigures getOutstanding() {
        if (outstanding == null) {
            outstanding = groups.outstanding(record.getId());
        }
        return outstanding;
    }

    public String sums(GroupFigures figures) {
        return figures.amounts().isEmpty()
                ? "—"
                : figures.amounts().stream()
                        .map(sum -> Functions.money(sum.amount(), sum.currency()))
                        .collect(Collectors.joining(" + "));
    }
}
