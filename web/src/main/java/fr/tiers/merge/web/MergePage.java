package fr.tiers.merge.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.merge.MergeCommand;
import fr.tiers.merge.MergePreview;
import fr.tiers.merge.MergePreview.Party;
import fr.tiers.merge.MergeRefusal;
import fr.tiers.merge.MergeVolume;
import fr.tiers.merge.Patience;
import fr.tiers.merge.TierMerges;
import fr.tiers.tier.TierService;
import fr.tiers.tier.web.TierPick;
import fr.tiers.tier.web.TierWords;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** The page of a merge: who takes part, what is kept of whom, what moves, what speaks against it. */
@Named("mergePage")
@ViewScoped
public class MergePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TierMerges merges;
    private final TierService tiers;
    private final TierWords words;
    private final Refusals refusals;
    private String intoText;
    private String withText;
    private boolean all;
    private boolean force;
    private String reason;
    private TierPick other;
    private Party survivor;
    private ArrayList<Party> sources = new ArrayList<>();
    private ArrayList<MergeRow> rows = new ArrayList<>();
    private ArrayList<MergeVolume> volumes = new ArrayList<>();
    private ArrayList<MergeRefusal> obstacles = new ArrayList<>();
    private ArrayList<String> broken = new ArrayList<>();
    private MergePreview.Outstanding outstanding;
    private String fingerprint;

    protected MergePage() {
        this(null, null, null, null);
    }

    @Inject
    public MergePage(TierMerges merges, TierService tiers, TierWords words, Refusals refusals) {
        this.merges = merges;
        this.tiers = tiers;
        this.words = words;
        this.refusals = refusals;
    }

    /** Answers 404 when the survivor does not exist or is not the caller's to see. Without one, the first of the others is. */
    public void load() {
        var with = Stream.of(withText == null ? new String[0] : withText.split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        try {
            if (intoText == null && !with.isEmpty()) {
                intoText = String.valueOf(with.get(0));
            }
            long into = Params.id("tier", String.valueOf(intoText));
            with.remove(Long.valueOf(into));
            var tier = tiers.get(into);
            survivor = new Party(
                    tier.id(), tier.code(), tier.name(), tier.address().city(), tier.types(), tier.version());
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
            return;
        }
        if (!with.isEmpty()) {
            look(with);
        }
    }

    private void look(List<Long> from) {
        refusals.guard(() -> {
            var preview = Patience.with(() -> merges.preview(survivor.id(), MergeCommand.of(from)));
            survivor = preview.survivor();
            sources = new ArrayList<>(preview.sources());
            rows = preview.lines().stream()
                    .map(line -> new MergeRow(
                            line,
                            words.field(line.field()),
                            from,
                            text -> words.shown(field(line.field(), text), text)))
                    .collect(Collectors.toCollection(ArrayList::new));
            volumes = new ArrayList<>(preview.volumes());
            obstacles = new ArrayList<>(preview.refusals());
            broken = preview.violations().isEmpty()
                    ? new ArrayList<>()
                    : new ArrayList<>(refusals.words(BusinessException.invalid(preview.violations())));
            outstanding = preview.outstanding();
            fingerprint = preview.fingerprint();
        });
    }

    /** How the text of a line is put into words: several fields in one are shown as they are. */
    private static String field(String line, String text) {
        return switch (line) {
            case "siren" -> text.length() == 14 ? "siret" : "siren";
            case "address", "otherEmails" -> "text";
            default -> line;
        };
    }

    /** The other tier was picked: from here on the address says who takes part. */
    public void pick() {
        if (other != null) {
            Faces.redirect("merge/new.xhtml?into=%s&with=%s", survivor.id(), other.id());
        }
    }

    public void choose(String field, String choice) {
        rows.stream().filter(row -> row.getField().equals(field)).forEach(row -> row.choose(choice));
    }

    /** Everything as the open record says it. */
    public void copyAll() {
        rows.forEach(row -> row.choose(MergeRow.SURVIVOR));
    }

    /** Nothing of what the open record says, where somebody else says something. */
    public void copyNothing() {
        rows.forEach(MergeRow::takeOther);
    }

    public void toggle() {
        all = !all;
    }

    public void merge() {
        if (isForceable() && !force) {
            refusals.show(BusinessException.invalid("force", "merge-unconfirmed"));
            return;
        }
        var from = sources.stream().map(Party::id).toList();
        var take = rows.stream().map(MergeRow::take).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var command = new MergeCommand(from, take, fingerprint, force, reason);
        var run = new long[1];
        var refusal = Refusals.refusalOf(() -> run[0] =
                Patience.with(() -> merges.merge(survivor.id(), command)).mergeId());
        if (refusal.isEmpty()) {
            Faces.redirect("tier/record.xhtml?id=%s&merge=%s", survivor.id(), run[0]);
            return;
        }
        refusals.show(refusal.get());
        if ("merge-changed".equals(refusal.get().code())) {
            look(from);
        }
    }

    /** Whether there is anything that nobody may overrule. */
    public boolean isImpossible() {
        return obstacles.stream().anyMatch(obstacle -> !obstacle.forceable());
    }

    public boolean isForceable() {
        return !obstacles.isEmpty() && !isImpossible();
    }

    public String words(MergeRefusal obstacle) {
        return refusals.sentence(BusinessException.invalid(
                "from", obstacle.code(), obstacle.arguments().toArray()));
    }

    /** Lines to choose from; all of them when asked for. */
    public List<MergeRow> getShown() {
        return rows.stream().filter(row -> all || row.isDiffers()).toList();
    }

    /** Where the same tiers are merged into another of them. */
    public String swapped(long principal) {
        var with = Stream.concat(Stream.of(survivor), sources.stream())
                .map(Party::id)
                .filter(id -> id != principal)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return "new.xhtml?into=" + principal + "&with=" + with;
    }

    public String name(long source) {
        return sources.stream()
                .filter(party -> party.id() == source)
                .findFirst()
                .map(Party::name)
                .orElse("");
    }

    public long getMoved() {
        return volumes.stream().mapToLong(MergeVolume::moved).sum();
    }

    public boolean isFound() {
        return survivor != null;
    }

    public boolean isPicking() {
        return isFound() && sources.isEmpty();
    }

    public Party getSurvivor() {
        return survivor;
    }

    public List<Party> getSources() {
        return sources;
    }

    public List<MergeVolume> getVolumes() {
        return volumes;
    }

    public List<MergeRefusal> getObstacles() {
        return obstacles;
    }

    /** Rules that the survivor would break, in words. */
    public List<String> getBroken() {
        return broken;
    }

    public MergePreview.Outstanding getOutstanding() {
        return outstanding;
    }

    public boolean isAll() {
        return all;
    }

    public boolean isForce() {
        return force;
    }

    public void setForce(boolean force) {
        this.force = force;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public TierPick getOther() {
        return other;
    }

    public void setOther(TierPick other) {
        this.other = other;
    }

    public String getIntoText() {
        return intoText;
    }

    public void setIntoText(String intoText) {
        this.intoText = intoText;
    }

    public String getWithText() {
        return withText;
    }

    public void setWithText(String withText) {
        this.withText = withText;
    }
}
