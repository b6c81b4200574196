package fr.tiers.sample;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tags of people, addresses and documents, and some of each that wear one. */
final class WornTagWriter {

    /**
     * @param table what wears them; {@code <table>_tag} says so
     * @param share one of so many wears a tag
     */
    private record SampleTags(String object, String table, int share, List<SampleTag> tags) {}

    private record SampleTag(String label, String colour) {}

    private static final List<SampleTags> ALL = List.of(
            new SampleTags(
                    "CONTACT",
                    "contact",
                    3,
                    List.of(
                            new SampleTag("Vœux", "purple"),
                            new SampleTag("Lettre d’information", "blue"),
                            new SampleTag("Prescripteur", "green"))),
            new SampleTags(
                    "ADDRESS",
                    "address",
                    3,
                    List.of(
                            new SampleTag("Accès poids lourds", "orange"),
                            new SampleTag("Quai de déchargement", "teal"))),
            new SampleTags(
                    "DOCUMENT",
                    "document",
                    2,
                    List.of(new SampleTag("À renouveler", "orange"), new SampleTag("Signé", "green"))));

    private final Handle handle;

    WornTagWriter(Handle handle) {
        this.handle = handle;
    }

    void write() {
        ALL.forEach(this::write);
    }

    private void write(SampleTags kind) {
        for (var tag : kind.tags()) {
            handle.execute(
                    """
                    with made as (insert into tag (label, colour, created_by, created_at) values (?, ?, 'admin', now())
                                  returning id, label_key)
                    insert into tag_scope (tag_id, object, label_key) select id, ?, label_key from made
                    """,
                    tag.label(),
                    tag.colour(),
                    kind.object());
        }
        var ids = handle.createQuery("select id from " + kind.table() + " order by id")
                .mapTo(Long.class)
                .list();
        var batch = handle.prepareBatch(
                "insert into %1$s_tag (%1$s_id, tag_id) select :id, id from tag where label = :label"
                        .formatted(kind.table()));
        for (long id : ids) {
            var draw = Draw.of("tag." + kind.table(), id);
            if (draw.below(kind.share()) == 0) {
                batch.bind("id", id)
                        .bind("label", draw.pick(kind.tags()).label())
                        .add();
            }
        }
        batch.execute();
    }
}
