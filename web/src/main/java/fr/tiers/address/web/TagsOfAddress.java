package fr.tiers.address.web;

import fr.tiers.address.AddressTagUse;
import fr.tiers.tag.web.WornTagsView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tags of the address whose form is open in the tab. */
@Named("tagsOfAddress")
@ViewScoped
public class TagsOfAddress extends WornTagsView {

    private static final long serialVersionUID = 1L;

    private final AddressesOfTier tab;

    protected TagsOfAddress() {
        this(null);
    }

    @Inject
    public TagsOfAddress(AddressesOfTier tab) {
        this.tab = tab;
    }

    @Override
    protected String object() {
        return AddressTagUse.OBJECT;
    }

    @Override
    protected Long id() {
        return tab.getSubject() == null ? null : tab.getSubject().id();
    }

    /** The tier's own tags stand in the header of the same page. */
    @Override
    protected String form() {
        return "addressTags";
    }

    @Override
    protected void changed() {
        tab.retagged();
    }

    @Override
    public boolean isMayTag() {
        return tab.isWriter();
    }
}
