package fr.tiers.savedview;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.util.Set;

/**
 * What a view shall be.
 *
 * @param list TIER, also when left empty
 * @param name at most 80 characters, one of its kind among the owner's
 * @param query the parameters of the list's page, as in a URL
 * @param shared false when left empty
 */
public record SavedViewCommand(String list, String name, String query, Boolean shared) {

    public static final String TIER = "TIER";
    static final int MAX_NAME = 80;
    static final int MAX_QUERY = 4000;
    private static final String SHAPE =
            "([A-Za-z][A-Za-z0-9._]{0,60}=[^&#\\s\"<>]*(&[A-Za-z][A-Za-z0-9._]{0,60}=[^&#\\s\"<>]*)*)?";

    public SavedViewCommand {
        list = list == null ? TIER : list;
        name = Checks.trim(name);
        query = query == null ? "" : query.startsWith("?") ? query.substring(1) : query;
    }

    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        new Checks()
                .oneOf("list", list, Set.of(TIER))
                .required("name", name)
                .text("name", name, MAX_NAME)
                .text("query", query, MAX_QUERY)
                .holds(query.length() > MAX_QUERY || query.matches(SHAPE), "query", "query-shape")
                .refuse();
    }
}
