package fr.tiers.tag.web;

import fr.tiers.shell.web.Colours;
import fr.tiers.tag.Tag;
import fr.tiers.tag.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How tags look, and which there are to choose from; read once per request. */
@Named("tagLook")
@RequestScoped
public class TagLook {

    private final Tags tags;
    private List<Tags.Node> tree;
    private final Map<String, Map<String, String>> colours = new HashMap<>();

    protected TagLook() {
        this(null);
    }

    @Inject
    public TagLook(Tags tags) {
        this.tags = tags;
    }

    /** The kind of pill that wears a colour. */
    public String pill(String colour) {
        return Colours.pill(colour);
    }

    /** The kind of pill of a tag of tiers, by its label. */
    public String pillOf(String label) {
        return pillOf("TIER", label);
    }

    /** The kind of pill of a tag of some objects, by its label. */
    public String pillOf(String object, String label) {
        return pill(colours.computeIfAbsent(object, each -> of(each).stream()
                        .map(Tags.Node::tag)
                        .collect(Collectors.toMap(Tag::label, Tag::colour, (one, other) -> one)))
                .get(label));
    }

    /** The tags of some objects. */
    public List<Tags.Node> of(String object) {
        return getTree().stream()
                .filter(node -> node.tag().scopes().contains(object))
                .toList();
    }

    /** Reads them now: a page whose rows may wear tags costs the same whether one does or not. */
    public void read() {
        getTree();
    }

    public List<Tags.Node> getTree() {
        if (tree == null) {
            tree = tags.tree();
        }
        return tree;
    }
}
