package fr.tiers.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Where it is kept which objects of one kind wear which tags, and the SQL about it.
 *
 * @param object name of the kind, like TIER
 * @param name of the table; becomes part of the SQL
 * @param owner its column with the id of the object; becomes part of the SQL
 */
public record TagTable(String object, String name, String owner) {

    /** An array of the labels an object wears. */
    public String labels(String id) {
        return "array(%s order by g.label_key)".formatted(select(id));
    }

    /** The same as one text, as the change log has it. */
    public String text(String id) {
        return "array_to_string(" + labels(id) + ", '" + TagChange.SEPARATOR + "')";
    }

    private String select(String id) {
        return "select g.label from %s k join tag g on g.id = k.tag_id where k.%s = %s".formatted(name, owner, id);
    }

    /**
     * A filter as SQL.
     *
     * @param id SQL of the object's id
     */
    public TagWhere where(Tagged tags, String id) {
        var conditions = new ArrayList<String>();
        var labels = new HashMap<String, List<String>>();
        if (!tags.any().isEmpty()) {
            labels.put("anyTag", tags.any());
            conditions.add(wears("anyTag", id));
        }
        for (int i = 0; i < tags.all().size(); i++) {
            labels.put("allTag" + i, List.of(tags.all().get(i)));
            conditions.add(wears("allTag" + i, id));
        }
        if (!tags.none().isEmpty()) {
            labels.put("noTag", tags.none());
            conditions.add("not " + wears("noTag", id));
        }
        return new TagWhere(conditions, labels);
    }

    private String wears(String labels, String id) {
        return """
                exists (select 1 from %s k where k.%s = %s and k.tag_id = any(array(
                    with recursive below as (
                        select s.tag_id as id from tag_scope s
                        where s.object = '%s' and s.label_key in (select fold(wanted) from unnest(:%s) wanted)
                        union select c.id from tag c join below b on c.parent_id = b.id)
                    select id from below)))"""
                .formatted(name, owner, id, object, labels);
    }
}
