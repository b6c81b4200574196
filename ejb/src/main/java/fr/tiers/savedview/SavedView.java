package fr.tiers.savedview;

import java.io.Serializable;

/**
 * A state of a list under a name.
 *
 * @param list TIER
 * @param query the parameters of the list's page, as in a URL, without question mark
 * @param shared shown to everybody in the house
 * @param owner login
 * @param mine whether it is the caller's own
 * @param editable whether the caller may change or delete it
 * @param usual what the list shows the caller when asked for nothing
 */
public record SavedView(
        long id,
        long version,
        String list,
        String name,
        String query,
        boolean shared,
        String owner,
        boolean mine,
        boolean editable,
        boolean usual)
        implements Serializable {}
