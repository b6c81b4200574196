package fr.tiers.letter.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.letter.LetterView;
import fr.tiers.letter.Letters;
import fr.tiers.mail.MailHtml;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The mails to the contacts of a tier and how they fare. */
@Named("lettersOfTier")
@RequestScoped
public class LettersOfTier {

    private final Letters letters;
    private final TierService tiers;
    private final Refusals refusals;
    private List<LetterView> rows;
    private final Map<Long, Optional<LetterView>> noted = new HashMap<>();
    private String tierName;

    protected LettersOfTier() {
        this(null, null, null);
    }

    @Inject
    public LettersOfTier(Letters letters, TierService tiers, Refusals refusals) {
        this.letters = letters;
        this.tiers = tiers;
        this.refusals = refusals;
    }

    /** Answers 404 for a tier that is not the caller's to see. */
    public void load() {
        try {
            tierName = tiers.get(getTierId()).name();
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public long getTierId() {
        return Params.id("tier", String.valueOf(Faces.getRequestParameter("tier")));
    }

    public String getTierName() {
        return tierName == null ? tierName = tiers.get(getTierId()).name() : tierName;
    }

    public List<LetterView> getRows() {
        if (rows == null) {
            rows = letters.ofTier(getTierId());
        }
        return rows;
    }

    /** The mail that an event notes; null for one that was noted by hand. Asked for once, however often the page names it. */
    public LetterView ofEvent(Long tierId, long eventId) {
        if (tierId == null) {
            return null;
        }
        return noted.computeIfAbsent(eventId, id -> letters.ofEvent(tierId, id)).orElse(null);
    }

    /** Whether the page should look again by itself. */
    public boolean isUnderway() {
        return getRows().stream().anyMatch(mail -> Set.of("PENDING", "SENDING").contains(mail.status()));
    }

    public String html(LetterView mail) {
        return MailHtml.clean(mail.html());
    }

    public boolean mayResend(LetterView mail) {
        return letters.mayResend(mail);
    }

    /** @param tierId of the mail; null for a mail about none */
    public void resend(Long tierId, long mail) {
        if (refusals.guard(() -> letters.resend(tierId, mail))) {
            Messages.addFlashGlobalInfo(Functions.text("mail.resent"));
            Faces.refreshWithQueryString();
        }
    }
}
