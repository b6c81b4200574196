package fr.tiers.tag.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tag.Tag;
import fr.tiers.tag.TagCommand;
import fr.tiers.tag.Tags;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The tree of tags and what is done to one of them. */
@Named("tagPage")
@ViewScoped
public class TagPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> COLOURS = List.of("grey", "blue", "green", "orange", "red", "purple", "teal");

    private final Tags tags;
    private final Refusals refusals;
    private transient Map<Long, Map<String, Long>> counts;
    private boolean editing;
    private Long id;
    private long version;
    private long uses;
    private String label;
    private String colour;
    private Long parent;
    private Long into;
    private boolean active;
    private ArrayList<String> scopes = new ArrayList<>();

    protected TagPage() {
        this(null, null);
    }

    @Inject
    public TagPage(Tags tags, Refusals refusals) {
        this.tags = tags;
        this.refusals = refusals;
    }

    /** Answers 403 to those who do not manage tags. */
    public void load() {
        if (!tags.mayManage()) {
            Faces.responseSendError(403, "forbidden");
        }
    }

    public List<Tags.Node> getTree() {
        return tags.tree();
    }

    /**
     * How many objects of a kind wear a tag.
     *
     * @param url of the page that lists them; null when there is none
     */
    public record Count(String object, long number, String url) {}

    /** Of each kind of object that the tag is for. */
    public List<Count> counts(Tag tag) {
        if (counts == null) {
            counts = tags.allCounts();
        }
        var worn = counts.getOrDefault(tag.id(), Map.of());
        return tag.scopes().stream()
                .map(object -> new Count(object, worn.getOrDefault(object, 0L), url(object, tag.label())))
                .toList();
    }

    private String url(String object, String label) {
        var list = tags.list(object);
        return list == null
                ? null
                : Faces.getRequestContextPath() + list + URLEncoder.encode(label, StandardCharsets.UTF_8);
    }

    public void add() {
        fill(new Tag(0, 0, null, "grey", null, List.copyOf(tags.objects()), true));
        id = null;
    }

    public void addBelow(long above) {
        add();
        var upper = tags.get(above);
        parent = above;
        colour = upper.colour();
    }

    public void edit(long wanted) {
        fill(tags.get(wanted));
        uses = tags.count(wanted);
    }

    private void fill(Tag tag) {
        editing = true;
        id = tag.id();
        version = tag.version();
        label = tag.label();
        colour = tag.colour();
        parent = tag.parent();
        active = tag.active();
        scopes = new ArrayList<>(tag.scopes());
        uses = 0;
        into = null;
    }

    public void leave() {
        editing = false;
    }

    public void save() {
        var command = new TagCommand(label, colour, parent, scopes, active);
        if (refusals.guard(() -> {
            if (isFresh()) {
                tags.create(command);
            } else {
                tags.update(id, version, command);
            }
        })) {
            done("organisation.saved", label);
        }
    }

    public void delete() {
        if (refusals.guard(() -> tags.delete(id, version))) {
            done("organisation.deleted", label);
        }
    }

    public void merge() {
        var kept = new Tag[1];
        if (into != null && refusals.guard(() -> kept[0] = tags.merge(id, into))) {
            Messages.addFlashGlobalInfo(Functions.text2("tag.merged", label, kept[0].label()));
            Faces.redirect("tag/list.xhtml");
        }
    }

    private static void done(String message, String name) {
        Messages.addFlashGlobalInfo(Functions.text1(message, name));
        Faces.redirect("tag/list.xhtml");
    }

    public List<String> getColours() {
        return COLOURS;
    }

    public List<String> getObjects() {
        return List.copyOf(tags.objects());
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isFresh() {
        return id == null;
    }

    public Long getId() {
        return id;
    }

    public long getUses() {
        return uses;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }

    public Long getInto() {
        return into;
    }

    public void setInto(Long into) {
        this.into = into;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = new ArrayList<>(scopes);
    }
}
