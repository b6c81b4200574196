package fr.tiers.merge.web;

import fr.tiers.contact.People;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.merge.MergeRun;
import fr.tiers.merge.MergeUndo;
import fr.tiers.merge.Merges;
import fr.tiers.merge.Patience;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What became a part of a tier or of a contact, and the way back. */
@Named("mergeRuns")
@ViewScoped
public class MergeRuns implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Merges merges;
    private final MergeUndo undo;
    private final TierService tiers;
    private final People people;
    private final Refusals refusals;
    private String tierText;
    private String contactText;
    private long survivor;
    private String name;
    private ArrayList<MergeRun> runs;
    private long changedRun;
    private ArrayList<String> changed = new ArrayList<>();

    protected MergeRuns() {
        this(null, null, null, null, null);
    }

    @Inject
    public MergeRuns(Merges merges, MergeUndo undo, TierService tiers, People people, Refusals refusals) {
        this.merges = merges;
        this.undo = undo;
        this.tiers = tiers;
        this.people = people;
        this.refusals = refusals;
    }

    public void load() {
        try {
            if (contactText == null) {
                var tier = tiers.get(Params.id("tier", String.valueOf(tierText)));
                runs = new ArrayList<>(merges.ofTier(tier.id()));
                survivor = tier.id();
                name = tier.name();
            } else {
                var person = people.get(Params.id("contact", contactText));
                runs = new ArrayList<>(merges.ofContact(person.id()));
                survivor = person.id();
                name = person.fullName();
            }
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    /** The merge that the record comes from, to be undone from there at once; null when the address names none of this record's. */
    public MergeRun fresh(String kind, long id) {
        var asked = Faces.getRequestParameter("merge");
        if (asked == null || !asked.matches("\\d{1,18}")) {
            return null;
        }
        var run = new MergeRun[1];
        var refusal = Refusals.refusalOf(() -> run[0] = merges.get(Long.parseLong(asked)));
        boolean its = refusal.isEmpty() && run[0].kind().equals(kind) && run[0].survivorId() == id;
        return its && run[0].undoableUntil() != null ? run[0] : null;
    }

    /** Whether the person has ever been merged with anybody. */
    public boolean any(long contact) {
        return !merges.ofContact(contact).isEmpty();
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
            Messages.addFlashGlobalInfo(Functions.text1("merge.undone", name));
            Faces.redirect("merge/list.xhtml?%s=%s", isOfContact() ? "contact" : "tier", survivor);
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
        return run.sourceNames();
    }

    public long moved(MergeRun run) {
        return run.moved().values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isFound() {
        return name != null;
    }

    public boolean isOfContact() {
        return contactText != null;
    }

    /** Id of the record whose merges these are. */
    public long getSurvivor() {
        return survivor;
    }

    public String getName() {
        return name;
    }

    public String getRecord() {
        return (isOfContact() ? "/contact" : "/tier") + "/record.xhtml?id=" + survivor;
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

    public String getContactText() {
        return contactText;
    }

    public void setContactText(String contactText) {
        this.contactText = contactText;
    }
}
