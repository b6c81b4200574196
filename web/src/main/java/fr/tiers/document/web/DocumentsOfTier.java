package fr.tiers.document.web;

import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.tier.web.Sought;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** The files of the tier. The whole state is in the URL. */
@Named("documentsOfTier")
@RequestScoped
public class DocumentsOfTier {

    private static final int ROWS = 30;

    private final Documents documents;
    private final TierRecordView record;
    private final Refusals refusals;
    private Slice<DocumentView> slice;

    protected DocumentsOfTier() {
        this(null, null, null);
    }

    @Inject
    public DocumentsOfTier(Documents documents, TierRecordView record, Refusals refusals) {
        this.documents = documents;
        this.record = record;
        this.refusals = refusals;
    }

    public Slice<DocumentView> getSlice() {
        if (slice == null) {
            slice = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> slice = withSought(documents.ofTier(
                    record.getId(),
                    new DocumentFilter(Params.text("category", getCategory()), Params.text("words", getWords())),
                    param("after"),
                    ROWS)));
        }
        return slice;
    }

    /** The file that the search led to stands on top when it is further down than this page. */
    private Slice<DocumentView> withSought(Slice<DocumentView> page) {
        return isLater()
                ? page
                : Sought.of(record, documents::get, DocumentView::tierId)
                        .filter(file -> !page.items().contains(file))
                        .map(page::startingWith)
                        .orElse(page);
    }

    public String getCategory() {
        return param("category");
    }

    public String getWords() {
        return param("words");
    }

    public boolean isFiltered() {
        return getCategory() != null || getWords() != null;
    }

    public boolean isLater() {
        return param("after") != null;
    }

    /** How many files have just been uploaded; 0 when the page was opened otherwise. */
    public int getUploaded() {
        var text = param("uploaded");
        return text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
