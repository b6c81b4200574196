package fr.tiers.tag.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.tag.Tag;
import fr.tiers.tag.Tags;
import fr.tiers.tag.WornTags;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;

/**
 * The tags of the object that a page shows: for all to see, put on and taken off by those who may write. A feature offers a view-scoped
 * bean of it to the fragment {@code WEB-INF/tag/worn.xhtml}.
 */
public abstract class WornTagsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int OFFERED = 10;

    @Inject
    private Tags tags;

    @Inject
    private WornTags wornTags;

    @Inject
    private Refusals refusals;

    private transient List<Tag> worn;
    private String label;
    private boolean adding;

    /** As {@link fr.tiers.tag.TagUse#object}. */
    protected abstract String object();

    /** @return id of the object; null when the page has none */
    protected abstract Long id();

    /** Id of the form that the fragment makes, for the focus. */
    protected String form() {
        return "tagForm";
    }

    /** The object has a new version, which the other actions of the page must know. */
    protected abstract void changed();

    /** Whether to offer what the service would not refuse. */
    public abstract boolean isMayTag();

    public List<Tag> getWorn() {
        if (worn == null) {
            worn = id() == null ? List.of() : wornTags.of(object(), id());
        }
        return worn;
    }

    /** Tags that fit what was typed and are not there yet. */
    public List<String> complete(String typed) {
        var present = getWorn().stream().map(Tag::label).toList();
        return tags.suggest(object(), typed, OFFERED + present.size()).stream()
                .map(Tag::label)
                .filter(each -> !present.contains(each))
                .limit(OFFERED)
                .toList();
    }

    /** Opens the input. */
    public void start() {
        adding = true;
        PrimeFaces.current().focus(form() + ":label");
    }

    public void stop() {
        adding = false;
        label = null;
    }

    /** Leaves the input open for the next tag. */
    public void add() {
        if (refusals.guard(() -> wornTags.add(object(), id(), label))) {
            label = null;
            refresh();
        }
        PrimeFaces.current().focus(form() + ":label");
    }

    public void remove(long tag) {
        refusals.guard(() -> wornTags.remove(object(), id(), tag));
        refresh();
    }

    private void refresh() {
        worn = null;
        changed();
    }

    public boolean isMayPublish() {
        return tags.mayPublish();
    }

    public boolean isAdding() {
        return adding;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
