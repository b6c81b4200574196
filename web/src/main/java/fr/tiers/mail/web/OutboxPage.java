package fr.tiers.mail.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.mail.MailDetail;
import fr.tiers.mail.MailFilter;
import fr.tiers.mail.MailHtml;
import fr.tiers.mail.MailRow;
import fr.tiers.mail.OutboxService;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What was sent, what waits, what failed. The whole state is in the URL. */
@Named("outboxPage")
@RequestScoped
public class OutboxPage {

    private static final int ROWS = 30;
    private static final List<String> STATUSES = List.of("PENDING", "SENDING", "SENT", "FAILED");
    private static final Map<String, String> FAILURES = Map.of(
            "The mail server cannot be reached: ", "mail.failure.unreachable",
            "The mail server refuses our account: ", "mail.failure.account",
            "The mail server refused: ", "mail.failure.refused",
            "The mail cannot be written: ", "mail.failure.unwritable",
            "Refused for ", "mail.failure.recipients",
            "Unexpected: ", "mail.failure.unexpected");
    private static final Slice<MailRow> NOTHING = new Slice<>(List.of(), null, 0, true);

    private final OutboxService outbox;
    private final Refusals refusals;
    private Slice<MailRow> slice;
    private MailDetail detail;

    protected OutboxPage() {
        this(null, null);
    }

    @Inject
    public OutboxPage(OutboxService outbox, Refusals refusals) {
        this.outbox = outbox;
        this.refusals = refusals;
    }

    public Slice<MailRow> getSlice() {
        if (slice == null) {
            slice = NOTHING;
            refusals.guard(() -> slice = outbox.search(
                    new MailFilter(Params.text("status", getStatus()), null, null), param("after"), ROWS));
        }
        return slice;
    }

    /** Answers 404 for a mail that does not exist or is about a tier that is not the caller's to see. */
    public void open() {
        try {
            getDetail();
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public MailDetail getDetail() {
        if (detail == null) {
            detail = outbox.read(Params.id("mail", String.valueOf(param("id"))));
        }
        return detail;
    }

    public void resend(long id) {
        if (refusals.guard(() -> outbox.resend(id))) {
            Messages.addFlashGlobalInfo(Functions.text("mail.resent"));
            Faces.refreshWithQueryString();
        }
    }

    public void resendFailed() {
        if (refusals.guard(outbox::resendFailed)) {
            Messages.addFlashGlobalInfo(Functions.text("mail.resentAll"));
            Faces.refreshWithQueryString();
        }
    }

    /** The formatted text, cleaned once more before it is shown. */
    public String getHtml() {
        return MailHtml.clean(getDetail().html());
    }

    /** The failure in the page's language: the outbox notes it in English, followed by the server's own words. */
    public String words(String failure) {
        return FAILURES.entrySet().stream()
                .filter(known -> failure.startsWith(known.getKey()))
                .findFirst()
                .map(known -> Functions.text1(
                        known.getValue(), failure.substring(known.getKey().length())))
                .orElse(failure);
    }

    public boolean isUnderway(MailRow mail) {
        return "PENDING".equals(mail.status()) || "SENDING".equals(mail.status());
    }

    public String getStatus() {
        return param("status");
    }

    public List<String> getStatuses() {
        return STATUSES;
    }

    public boolean isLater() {
        return param("after") != null;
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
