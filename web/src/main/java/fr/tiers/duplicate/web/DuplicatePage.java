package fr.tiers.duplicate.web;

import fr.tiers.duplicate.DuplicateCluster;
import fr.tiers.duplicate.DuplicateCluster.Member;
import fr.tiers.duplicate.DuplicateFinder;
import fr.tiers.duplicate.DuplicateInbox;
import fr.tiers.duplicate.DuplicateVerdict;
import fr.tiers.duplicate.DuplicateVerdicts;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The inbox; with {@code tier}, who that one may be; with {@code view=different}, what was said. The whole state is in the URL. */
@Named("duplicatePage")
@RequestScoped
public class DuplicatePage {

    private static final int ROWS = 20;

    private final DuplicateInbox inbox;
    private final DuplicateFinder finder;
    private final DuplicateVerdicts verdicts;
    private final TierService tiers;
    private final Refusals refusals;
    private Slice<DuplicateCluster> slice;
    private Slice<DuplicateVerdict> said;
    private List<DuplicateCandidate> candidates;
    private TierView tier;

    protected DuplicatePage() {
        this(null, null, null, null, null);
    }

    @Inject
    public DuplicatePage(
            DuplicateInbox inbox,
            DuplicateFinder finder,
            DuplicateVerdicts verdicts,
            TierService tiers,
            Refusals refusals) {
        this.inbox = inbox;
        this.finder = finder;
        this.verdicts = verdicts;
        this.tiers = tiers;
        this.refusals = refusals;
    }

    /** Answers 404 for a tier that does not exist or is not the caller's to see. */
    public void load() {
        try {
            getTier();
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public TierView getTier() {
        if (tier == null && param("tier") != null) {
            tier = tiers.get(Params.id("tier", param("tier")));
        }
        return tier;
    }

    public List<DuplicateCandidate> getCandidates() {
        if (candidates == null) {
            candidates = finder.ofTier(getTier().id());
        }
        return candidates;
    }

    public Slice<DuplicateCluster> getSlice() {
        if (slice == null) {
            slice = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> slice = inbox.page(getMinScore(), param("after"), ROWS));
        }
        return slice;
    }

    public Slice<DuplicateVerdict> getSaid() {
        if (said == null) {
            said = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> said = getTier() == null
                    ? verdicts.page(param("after"), ROWS)
                    : new Slice<>(verdicts.ofTier(getTier().id()), null, 0, true));
        }
        return said;
    }

    /** None of them is another one of them. */
    public void different(long cluster) {
        answer(
                "duplicate.said",
                () -> verdicts.sayAll(
                        inbox.get(cluster).members().stream().map(Member::id).toList()));
    }

    /** One of them is none of the others; those stay together. */
    public void apart(long cluster, long member) {
        answer(
                "duplicate.said",
                () -> verdicts.sayApart(
                        member,
                        inbox.get(cluster).members().stream().map(Member::id).toList()));
    }

    /** The tier of the address is not this one. */
    public void notThis(long other) {
        answer("duplicate.said", () -> verdicts.say(getTier().id(), other, null));
    }

    public void takeBack(long verdict) {
        answer("duplicate.takenBack", () -> verdicts.takeBack(verdict));
    }

    private void answer(String words, Runnable action) {
        if (refusals.guard(action)) {
            Messages.addFlashGlobalInfo(Functions.text(words));
            Faces.refreshWithQueryString();
        }
    }

    public Integer getMinScore() {
        var text = param("minScore");
        return text != null && text.matches("\\d{1,2}|100") ? Integer.valueOf(text) : null;
    }

    public boolean isDifferent() {
        return "different".equals(param("view"));
    }

    /** On a page of their own, or below the candidates of a tier of which something was said. */
    public boolean isSaidShown() {
        return getTier() == null ? isDifferent() : !getSaid().items().isEmpty();
    }

    public boolean isLater() {
        return param("after") != null;
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
