package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import java.util.List;

/** The tier is probably there already; the candidates say which one and why. */
public class DuplicateException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<DuplicateCandidate> candidates;

    public DuplicateException(List<DuplicateCandidate> candidates) {
        super(
                Kind.CONFLICT,
                "tier-duplicate",
                candidates.get(0).name(),
                candidates.get(0).code());
        this.candidates = List.copyOf(candidates);
    }

    public List<DuplicateCandidate> candidates() {
        return candidates;
    }
}
