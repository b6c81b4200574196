package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The one search box: asks every feature, ranks what comes back. */
@Stateless
@PermitAll
public class Search {

    private static final int MAX_HITS = 20;
    private static final int MAX_TYPED = 200;

    @Inject
    @Any
    private Instance<SearchSource> sources;

    @Inject
    private Callers callers;

    /** @return best first, at most 20; empty for fewer than two characters */
    public List<SearchHit> find(String typed) {
        var caller = callers.current();
        if (typed == null || typed.strip().length() < 2 || typed.indexOf('\0') >= 0) {
            return List.of();
        }
        var text = typed.length() > MAX_TYPED ? typed.substring(0, MAX_TYPED) : typed;
        var patterns = SearchWords.patterns(text);
        var visibility = Visibility.of(caller);
        return sources.stream()
                .flatMap(source -> source.search(patterns, text.strip(), visibility, MAX_HITS).stream())
                .sorted(Comparator.comparingDouble(SearchHit::rank).reversed())
                .limit(MAX_HITS)
                .toList();
    }
}
