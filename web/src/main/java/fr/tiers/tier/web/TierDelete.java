package fr.tiers.tier.web;

import fr.tiers.kernel.Violation;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;

/** Deletes the tier of the record, or says what stands in the way. */
@Named("tierDelete")
@RequestScoped
public class TierDelete {

    private final TierService tiers;
    private final TierRecordView record;
    private final Refusals refusals;
    private final TierWords words;
    private List<String> obstacles = List.of();

    protected TierDelete() {
        this(null, null, null, null);
    }

    @Inject
    public TierDelete(TierService tiers, TierRecordView record, Refusals refusals, TierWords words) {
        this.tiers = tiers;
        this.record = record;
        this.refusals = refusals;
        this.words = words;
    }

    public String delete() {
        var tier = record.getTier();
        var refusal = Refusals.refusalOf(() -> tiers.delete(tier.id(), tier.version()));
        if (refusal.isPresent()) {
            var violations = refusal.get().violations();
            obstacles = violations.isEmpty()
                    ? refusals.words(refusal.get())
                    : violations.stream().map(this::obstacle).toList();
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text2("tier.delete.done", tier.name(), tier.code()));
        return "/tier/list.xhtml?faces-redirect=true";
    }

    private String obstacle(Violation violation) {
        var count = violation.arguments().isEmpty() ? 0 : violation.arguments().get(0);
        return Functions.text2("tier.delete.obstacle", label(violation.field()), count);
    }

    /** Children are the only obstacle that is a tier itself. */
    private String label(String feature) {
        return "tier".equals(feature) ? Functions.text("tier.delete.children") : words.feature(feature);
    }

    public List<String> getObstacles() {
        return obstacles;
    }
}
