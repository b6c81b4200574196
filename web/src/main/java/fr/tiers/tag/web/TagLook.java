package fr.tiers.tag.web;

import fr.tiers.shell.web.Colours;
import fr.tiers.tag.Tag;
import fr.tiers.tag.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How tags look, and which there are to choose from; read once per request. */
@Named("tagLook")
@RequestScoped
public class TagLook {

    private final Tags tags;
    private List<Tags.Node> tree;
    private Map<String, String> colours;

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
        if (colours == null) {
            colours = getTree().stream()
                    .map(Tags.Node::tag)
                    .filter(tag -> tag.scopes().contains("TIER"))
                    .collect(Collectors.toMap(Tag::label, Tag::colour, (one, other) -> one));
        }
        return pill(colours.get(label));
    }

    public List<Tags.Node> getTree() {
        if (tree == null) {
            tree = tags.tree();
        }
        return tree;
    }
}
