package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkActions;
import fr.tiers.bulk.BulkRow;
import fr.tiers.bulk.BulkView;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import org.omnifaces.util.Faces;

/** One bulk action: what it would change, how far it is, what became of each tier, the way back. */
@Named("bulkPage")
@ViewScoped
public class BulkPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    private final BulkActions bulks;
    private final Refusals refusals;
    private final Clock clock;
    private String idText;
    private String result;
    private String after;
    private BulkView view;
    private transient Slice<BulkRow> rows;

    protected BulkPage() {
        this(null, null, null);
    }

    @Inject
    public BulkPage(BulkActions bulks, Refusals refusals, Clock clock) {
        this.bulks = bulks;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Answers 404 for one of somebody else. */
    public void load() {
        Refusals.refusalOf(() -> view = bulks.get(Params.id("bulk-action", String.valueOf(idText))))
                .ifPresent(refusal -> Faces.responseSendError(404, refusal.code()));
    }

    public String run() {
        return started(() -> bulks.run(view.id(), view.version()));
    }

    public String undo() {
        return started(() -> bulks.undo(view.id(), view.version()));
    }

    public String cancel() {
        return started(() -> bulks.cancel(view.id()));
    }

    public String resume() {
        return started(() -> bulks.resume(view.id()));
    }

    /** The run has come to its end. */
    public String refresh() {
        return here();
    }

    /** Pressed twice, or in two windows: the page then shows what the first one has started. */
    private String started(Runnable start) {
        var refusal = Refusals.refusalOf(start);
        if (refusal.isPresent() && refusal.get().kind() != Kind.STALE) {
            refusals.show(refusal.get());
            return null;
        }
        return here();
    }

    private String here() {
        return "/bulk/view.xhtml?faces-redirect=true&id=" + view.id();
    }

    public boolean isFound() {
        return view != null;
    }

    public BulkView getView() {
        return view;
    }

    /** Whether it can be taken back now. */
    public boolean isUndoable() {
        return view.isUndoable(clock.instant());
    }

    /** Rows of the chosen kind; everything when the kind is none. */
    public Slice<BulkRow> getRows() {
        if (rows == null) {
            var known = after != null && after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
            Refusals.refusalOf(() -> rows = bulks.rows(view.id(), result, known, PAGE))
                    .ifPresent(refusal -> rows = bulks.rows(view.id(), null, 0, PAGE));
        }
        return rows;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getResult() {
        return result;
    }

    public void setResult(String result) {
        this.result = result == null || result.isBlank() ? null : result;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
