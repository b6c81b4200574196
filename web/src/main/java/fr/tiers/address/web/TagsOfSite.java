package fr.tiers.address.web;

import fr.tiers.address.AddressTagUse;
import fr.tiers.tag.web.WornTagsView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tags of the site that its page shows. */
@Named("tagsOfSite")
@ViewScoped
public class TagsOfSite extends WornTagsView {

    private static final long serialVersionUID = 1L;

    private final SitePage page;

    protected TagsOfSite() {
        this(null);
    }

    @Inject
    public TagsOfSite(SitePage page) {
        this.page = page;
    }

    @Override
    protected String object() {
        return AddressTagUse.OBJECT;
    }

    @Override
    protected Long id() {
        return page.isFound() ? page.getAddress().id() : null;
    }

    @Override
    protected void changed() {
        page.retagged();
    }

    @Override
    public boolean isMayTag() {
        return page.isWriter();
    }
}
