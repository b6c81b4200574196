package fr.tiers.document.web;

import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.ListUrl;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.tag.web.TagQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;

/** The general document base: what was published, of the tiers the user may see. The whole state is in the URL. */
@Named("documentBase")
@RequestScoped
public class DocumentBase {

    private static final int ROWS = 30;

    private final Documents documents;
    private final TagQuery tags;
    private final Refusals refusals;
    private Slice<DocumentView> slice;

    protected DocumentBase() {
        this(null, null, null);
    }

    @Inject
    public DocumentBase(Documents documents, TagQuery tags, Refusals refusals) {
        this.documents = documents;
        this.tags = tags;
        this.refusals = refusals;
    }

    public Slice<DocumentView> getSlice() {
        if (slice == null) {
            slice = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> slice = documents.base(
                    new DocumentFilter(
                            Params.text("category", getCategory()), Params.text("words", getWords()), tags.tagged()),
                    param("after"),
                    ROWS));
        }
        return slice;
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
        query.put("category", Objects.requireNonNullElse(getCategory(), ""));
        query.put("words", Objects.requireNonNullElse(getWords(), ""));
        return ListUrl.of("base.xhtml", query, changes);
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
