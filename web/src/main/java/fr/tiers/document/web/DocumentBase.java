package fr.tiers.document.web;

import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** The general document base: what was published, of the tiers the user may see. The whole state is in the URL. */
@Named("documentBase")
@RequestScoped
public class DocumentBase {

    private static final int ROWS = 30;

    private final Documents documents;
    private final Refusals refusals;
    private Slice<DocumentView> slice;

    protected DocumentBase() {
        this(null, null);
    }

    @Inject
    public DocumentBase(Documents documents, Refusals refusals) {
        this.documents = documents;
        this.refusals = refusals;
    }

    public Slice<DocumentView> getSlice() {
        if (slice == null) {
            slice = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> slice = documents.base(
                    new DocumentFilter(Params.text("category", getCategory()), Params.text("words", getWords())),
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
        return getCategory() != null || getWords() != null;
    }

    public boolean isLater() {
        return param("after") != null;
    }

    private static String param(String name) {
        var value = Faces.getRequestParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
