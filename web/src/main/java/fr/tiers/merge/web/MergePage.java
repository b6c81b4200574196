package fr.tiers.merge.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.merge.MergeCommand;
import fr.tiers.merge.MergePreview;
import fr.tiers.merge.MergePreview.Party;
import fr.tiers.merge.TierMerges;
import fr.tiers.tier.TierService;
import fr.tiers.tier.web.TierPick;
import fr.tiers.tier.web.TierWords;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page of a merge of tiers. */
@Named("mergePage")
@ViewScoped
public class MergePage extends MergeComparison {

    private static final long serialVersionUID = 1L;

    private final TierMerges merges;
    private final TierService tiers;
    private final TierWords words;
    private TierPick other;

    protected MergePage() {
        this(null, null, null, null);
    }

    @Inject
    public MergePage(TierMerges merges, TierService tiers, TierWords words, Refusals refusals) {
        super(refusals);
        this.merges = merges;
        this.tiers = tiers;
        this.words = words;
    }

    @Override
    protected String entity() {
        return "tier";
    }

    @Override
    protected Party open(long id) {
        var tier = tiers.get(id);
        return new Party(tier.id(), tier.code(), tier.name(), tier.address().city(), tier.types(), tier.version());
    }

    @Override
    protected MergePreview preview(long into, MergeCommand command) {
        return merges.preview(into, command);
    }

    @Override
    protected long carryOut(long into, MergeCommand command) {
        return merges.merge(into, command).mergeId();
    }

    @Override
    protected String label(String line) {
        return words.field(line);
    }

    /** Several fields in one are shown as they are. */
    @Override
    protected String shown(String line, String text) {
        return words.shown(
                switch (line) {
                    case "siren" -> text.length() == 14 ? "siret" : "siren";
                    case "address", "otherEmails" -> "text";
                    default -> line;
                },
                text);
    }

    @Override
    protected String texts() {
        return "merge.";
    }

    @Override
    public String record(long id) {
        return "/tier/record.xhtml?id=" + id;
    }

    @Override
    protected String page() {
        return "new.xhtml";
    }

    public void pick() {
        if (other != null) {
            with(other.id());
        }
    }

    public TierPick getOther() {
        return other;
    }

    public void setOther(TierPick other) {
        this.other = other;
    }
}
