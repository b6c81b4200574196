package fr.tiers.customfield;

import java.util.List;
import java.util.Set;

/** Offered as a CDI bean by each feature whose objects have custom fields. */
public interface FieldOwner {

    /** Name of the object, like TIER. */
    String object();

    /** Its table, whose column {@code custom} holds the values; becomes part of the SQL, and is its name in the change log. */
    String table();

    /** Codes of the types to which a field can be limited, where they are not an administrator's; texts at {@code <table>.type.<code>}. */
    default List<String> types() {
        return List.of();
    }

    /** Names of the object's own fields that conditions may look at. */
    Set<String> facts();
}
