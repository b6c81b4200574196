package fr.tiers.document.web;

import fr.tiers.document.DocumentTagUse;
import fr.tiers.tag.web.WornTagsView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tags of the document that its page shows. */
@Named("tagsOfDocument")
@ViewScoped
public class TagsOfDocument extends WornTagsView {

    private static final long serialVersionUID = 1L;

    private final DocumentPage page;

    protected TagsOfDocument() {
        this(null);
    }

    @Inject
    public TagsOfDocument(DocumentPage page) {
        this.page = page;
    }

    @Override
    protected String object() {
        return DocumentTagUse.OBJECT;
    }

    @Override
    protected Long id() {
        return page.isFound() ? page.getDocument().id() : null;
    }

    @Override
    protected void changed() {
        page.retagged();
    }

    @Override
    public boolean isMayTag() {
        return page.isEditor();
    }
}
