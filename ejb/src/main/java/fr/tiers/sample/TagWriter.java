package fr.tiers.sample;

import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** A small tree of tags, and which tiers wear them. */
final class TagWriter {

    private record SampleTag(String label, String colour, String parent) {}

    private static final List<SampleTag> TAGS = List.of(
            new SampleTag("Salons", "grey", null),
            new SampleTag("Sirha 2025", "teal", "Salons"),
            new SampleTag("Europropre 2025", "teal", "Salons"),
            new SampleTag("VIP", "purple", null),
            new SampleTag("Contrat cadre", "blue", null),
            new SampleTag("À relancer", "orange", null),
            new SampleTag("Écolabel", "green", null));

    private final Handle handle;

    TagWriter(Handle handle) {
        this.handle = handle;
    }

    void write(List<PlacedTier> tiers) {
        for (var tag : TAGS) {
            handle.execute(
                    """
                    with made as (insert into tag (label, colour, parent_id, created_by, created_at)
                                  select ?, ?, (select id from tag where label = ?), 'admin', now() returning id, label_key)
                    insert into tag_scope (tag_id, object, label_key) select id, 'TIER', label_key from made
                    """,
                    tag.label(),
                    tag.colour(),
                    tag.parent());
        }
        var batch = handle.prepareBatch(
                "insert into tier_tag (tier_id, tag_id) select :tier, id from tag where label = :label");
        for (var tier : tiers) {
            var draw = Draw.of("tag", tier.id());
            var worn = new TreeSet<String>();
            for (int i = draw.below(4) - 1; i > 0; i--) {
                worn.add(draw.pick(TAGS.subList(1, TAGS.size())).label());
            }
            worn.forEach(
                    label -> batch.bind("tier", tier.id()).bind("label", label).add());
        }
        batch.execute();
    }
}
