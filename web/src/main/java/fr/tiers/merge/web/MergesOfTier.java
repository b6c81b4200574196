package fr.tiers.merge.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.merge.MergeRun;
import fr.tiers.merge.Merges;
import fr.tiers.merge.Patience;
import fr.tiers.merge.TierMergeUndo;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What became a part of a tier, and the way back. */
@Named("mergesOfTier")
@ViewScoped
public class MergesOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Merges merges;
    private final TierMergeUndo undo;
    private final TierService tiers;
    private final Refusals refusals;
    private String tierText;
    private TierView tier;
    private ArrayList<MergeRun> runs;
    private long changedRun;
    private ArrayList<String> changed = new ArrayList<>();

    protected MergesOfTier() {
        this(null, null, null, null);
    }

    @Inject
    public MergesOfTier(Merges merges, TierMergeUndo undo, TierService tiers, Refusals refusals) {
        this.merges = merges;
        this.undo = undo;
        this.tiers = tiers;
        this.refusals = refusals;
    }

    public void load() {
        try {
            tier = tiers.get(Params.id("tier", String.valueOf(tierText)));
            runs = new ArrayList<>(merges.ofTier(tier.id()));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    /** The merge that the record comes from, to be undone from there at once; null when the address names none of this tier's. */
    public MergeRun fresh(long tierId) {
        var asked = Faces.getRequestParameter("merge");
        if (asked == null || !asked.matches("\\d{1,18}")) {
            return null;
        }
        var run = new MergeRun[1];
        var refusal = Refusals.refusalOf(() -> run[0] = merges.get(Long.parseLong(asked)));
        return refusal.isEmpty() && run[0].survivorId() == tierId && run[0].undoableUntil() != null ? run[0] : null;
    }

    public void undo(long run) {
        undo(run, false);
    }

    public void undoRest(long run) {
        undo(run, true);
    }

    private void undo(long run, boolean leaveChanged) {
        var refusal = Refusals.refusalOf(() -> Patience.with(() -> undo.undo(run, leaveChanged)));
        if (refusal.isEmpty()) {
            Messages.addFlashGlobalInfo(Functions.text1("merge.undone", tier.name()));
            Faces.redirect("merge/list.xhtml?tier=%s", tier.id());
        } else if ("merge-changed-since".equals(refusal.get().code())) {
            changedRun = run;
            changed = refusal.get().violations().stream()
                    .map(violation -> refusals.sentence(BusinessException.invalid(List.of(violation))))
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
        } else {
            refusals.show(refusal.get());
        }
    }

    public String sources(MergeRun run) {
        return run.sources().stream().map(MergeRun.Source::label).collect(Collectors.joining(", "));
    }

    public long moved(MergeRun run) {
        return run.moved().values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isFound() {
        return tier != null;
    }

    public TierView getTier() {
        return tier;
    }

    public List<MergeRun> getRuns() {
        return runs == null ? List.of() : runs;
    }

    /** The run whose undo was refused because of what changed since; 0 for none. */
    public long getChangedRun() {
        return changedRun;
    }

    public List<String> getChanged() {
        return changed;
    }

    public String getTierText() {
        return tierText;
    }

    public void setTierText(String tierText) {
        this.tierText = tierText;
    }
}
