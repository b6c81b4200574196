package fr.tiers.customfield;

import fr.tiers.codelist.CodeEntry;
import java.util.List;
import java.util.Set;

/** Offered as a CDI bean by each feature whose objects have custom fields. */
public interface FieldOwner {

    /** Name of the object, like TIER. */
    String object();

    /** Its table, whose column {@code custom} holds the values; becomes part of the SQL, and is its name in the change log. */
    String table();

    /** The types to which a field can be limited, where they are not those of tiers. */
    default List<? extends CodeEntry> types() {
        return List.of();
    }

    /** Names of the object's own fields that conditions may look at. */
    Set<String> facts();
}
