package fr.tiers.tag.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.tag.Tag;
import fr.tiers.tag.Tags;
import fr.tiers.tier.TierTags;
import fr.tiers.tier.web.TierRecordView;
import fr.tiers.tier.web.TierRights;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;

/** The tags in the header of the record: shown to all, put on and taken off by those who may write. */
@Named("tagsOfTier")
@ViewScoped
public class TagsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int OFFERED = 10;

    private final Tags tags;
    private final TierTags tierTags;
    private final TierRecordView record;
    private final TierRights rights;
    private final Refusals refusals;
    private transient List<Tag> worn;
    private String label;
    private boolean adding;

    protected TagsOfTier() {
        this(null, null, null, null, null);
    }

    @Inject
    public TagsOfTier(Tags tags, TierTags tierTags, TierRecordView record, TierRights rights, Refusals refusals) {
        this.tags = tags;
        this.tierTags = tierTags;
        this.record = record;
        this.rights = rights;
        this.refusals = refusals;
    }

    public List<Tag> getWorn() {
        if (worn == null) {
            worn = record.isFound() ? tierTags.ofTier(record.getId()) : List.of();
        }
        return worn;
    }

    /** Tags that fit what was typed and are not there yet. */
    public List<String> complete(String typed) {
        var present = getWorn().stream().map(Tag::label).toList();
        return tags.suggest("TIER", typed, OFFERED + present.size()).stream()
                .map(Tag::label)
                .filter(each -> !present.contains(each))
                .limit(OFFERED)
                .toList();
    }

    /** Opens the input. */
    public void start() {
        adding = true;
        PrimeFaces.current().focus("tagForm:label");
    }

    public void stop() {
        adding = false;
        label = null;
    }

    /** Leaves the input open for the next tag. */
    public void add() {
        if (refusals.guard(() -> tierTags.add(record.getId(), label))) {
            label = null;
            refresh();
        }
        PrimeFaces.current().focus("tagForm:label");
    }

    public void remove(long tag) {
        refusals.guard(() -> tierTags.remove(record.getId(), tag));
        refresh();
    }

    /** The tier has a new version, which its other actions must know. */
    private void refresh() {
        worn = null;
        record.load();
    }

    public boolean isMayTag() {
        return rights.isWriter();
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
