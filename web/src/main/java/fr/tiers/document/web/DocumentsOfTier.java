package fr.tiers.document.web;

import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.tag.web.TagLook;
import fr.tiers.tag.web.TagQuery;
import fr.tiers.tier.web.Sought;
import fr.tiers.tier.web.TierRecordView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;

/** The files of the tier. The whole state is in the URL. */
@Named("documentsOfTier")
@RequestScoped
public class DocumentsOfTier {

    private static final int ROWS = 30;

    private final Documents documents;
    private final TierRecordView record;
    private final TagQuery tags;
    private final TagLook look;
    private final Refusals refusals;
    private Slice<DocumentView> slice;

    protected DocumentsOfTier() {
        this(null, null, null, null, null);
    }

    @Inject
    public DocumentsOfTier(Documents documents, TierRecordView record, TagQuery tags, TagLook look, Refusals refusals) {
        this.documents = documents;
        this.record = record;
        this.tags = tags;
        this.look = look;
        this.refusals = refusals;
    }

    public Slice<DocumentView> getSlice() {
        if (slice == null) {
            look.read();
            slice = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> slice = withSought(documents.ofTier(
                    record.getId(),
                    new DocumentFilter(
                            Params.text("category", getCategory()), Params.text("words", getWords()), tags.tagged()),
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
        return getCategory() != null || getWords() != null || tags.isAsked();
    }

    public boolean isLater() {
        return param("after") != null;
    }

    /** How many files have just been uploaded; 0 when the page was opened otherwise. */
    public int getUploaded() {
        var text = param("uploaded");
        return text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    public String getFirstUrl() {
        return tags.on(url(Map.of()));
    }

    public String getNextUrl() {
        return tags.on(url(Map.of("after", getSlice().next())));
    }

    /** The conditions about tags, each to be taken away. */
    public List<TagQuery.Chip> getTagChips() {
        return tags.chips(url(Map.of()));
    }

    private String url(Map<String, String> changes) {
        var query = new LinkedHashMap<String, String>();
        query.put("id", String.valueOf(record.getId()));
        query.put("tab", "document");
        query.put("category", Objects.requireNonNullElse(getCategory(), ""));
        query.put("words", Objects.requireNonNullElse(getWords(), ""));
        return ListUrl.of("record.xhtml", query, changes);
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
