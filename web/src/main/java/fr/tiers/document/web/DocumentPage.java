package fr.tiers.document.web;

import fr.tiers.access.Action;
import fr.tiers.document.DocumentCommand;
import fr.tiers.document.DocumentFile;
import fr.tiers.document.DocumentVersion;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRights;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One document: its preview, what is said of it, its versions. */
@Named("documentPage")
@ViewScoped
public class DocumentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Documents documents;
    private final TierRights rights;
    private final Refusals refusals;
    private String idText;
    private String numberText;
    private long id;
    private long version;
    private String name;
    private String category;
    private String description;
    private boolean published;
    private transient DocumentView document;
    private transient DocumentFile file;

    protected DocumentPage() {
        this(null, null, null);
    }

    @Inject
    public DocumentPage(Documents documents, TierRights rights, Refusals refusals) {
        this.rights = rights;
        this.documents = documents;
        this.refusals = refusals;
    }

    /** Answers 404 for a document that does not exist or whose tier is not the caller's to see. */
    public void load() {
        try {
            id = Params.id("document", String.valueOf(idText));
            document = documents.get(id);
            file = documents.file(id, number());
        } catch (BusinessException e) {
            document = null;
            Faces.responseSendError(404, e.code());
            return;
        }
        version = document.version();
        name = document.name();
        category = document.category();
        description = document.description();
        published = document.published();
    }

    private Integer number() {
        return numberText == null || numberText.isBlank()
                ? null
                : (int) Math.min(Params.id("document-version", numberText), Integer.MAX_VALUE);
    }

    public boolean isFound() {
        return getDocument() != null;
    }

    public DocumentView getDocument() {
        if (document == null && id > 0) {
            document = documents.get(id);
        }
        return document;
    }

    /** The document has a new version by a tag; the form goes on with it, unless somebody else was there as well. */
    void retagged() {
        document = documents.get(id);
        if (document.version() == version + 1) {
            version = document.version();
        }
    }

    /** The version that is shown. */
    public DocumentFile getFile() {
        if (file == null && id > 0) {
            file = documents.file(id, number());
        }
        return file;
    }

    public List<DocumentVersion> getVersions() {
        return documents.versions(id);
    }

    /** Where a version's content is, for links. */
    public String contentUrl(int number) {
        return Faces.getRequestContextPath() + "/api/v1/documents/" + id + "/content?version=" + number;
    }

    public boolean isEditor() {
        return rights.may(getDocument().tierId(), Action.ATTACH);
    }

    public boolean isDeleter() {
        try {
            return isEditor() && documents.mayDelete(getDocument());
        } catch (EJBAccessException e) {
            return false;
        }
    }

    public String save() {
        var command = new DocumentCommand(name, category, description, published);
        if (!refusals.guard(() -> documents.update(id, version, command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("document.saved", command.name()));
        return "/document/view.xhtml?faces-redirect=true&id=" + id;
    }

    public String delete() {
        var tier = getDocument().tierId();
        if (!refusals.guard(() -> documents.delete(id, version))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("document.deleted", name));
        return "/tier/record.xhtml?faces-redirect=true&tab=document&id=" + tier;
    }

    /** What is to be known of the version shown, in one line. */
    public String facts(DocumentWords words) {
        return String.join(
                " · ",
                Stream.of(words.size(getFile().size()), getFile().mediaType()).toList());
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getNumberText() {
        return numberText;
    }

    public void setNumberText(String numberText) {
        this.numberText = numberText;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }
}
