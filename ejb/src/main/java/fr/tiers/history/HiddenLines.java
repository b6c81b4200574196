package fr.tiers.history;

import java.util.Set;

/** Offered, as a CDI bean, by a feature some of whose fields are not for everybody who sees the tier. */
public interface HiddenLines {

    /** SQL about a row of history_entry: whether the caller may see it; never from outside. */
    String shown();

    /** Names of the fields of things of a kind that the caller may not see. */
    Set<String> fields(String entity);
}
