package fr.tiers.tier;

import fr.tiers.access.Visibility;
import java.util.List;

/** How a feature takes part in the one search box: each offers one CDI bean of it. */
public interface SearchSource {

    /**
     * @param patterns of {@link SearchWords}, never empty
     * @param visibility must be part of the query
     * @return best first, at most {@code limit}
     */
    List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit);
}
