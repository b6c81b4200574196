package fr.tiers.registry;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/**
 * Finds which companies of the directory are tiers already, among those the caller may see. That an invisible one exists is not told:
 * whoever learns it by searching would have seen it.
 */
@ApplicationScoped
public class KnownTiers {

    private final Db db;
    private final Callers callers;

    protected KnownTiers() {
        this(null, null);
    }

    @Inject
    public KnownTiers(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** @return the matches, each with its tiers, those with the same SIRET first */
    List<CompanyMatch> mark(List<CompanyMatch> matches) {
        var sirens = matches.stream().map(CompanyMatch::siren).distinct().toList();
        var tiers = sirens.isEmpty() ? List.<Row>of() : withSiren(sirens);
        return matches.stream()
                .map(match -> match.knownAs(tiers.stream()
                        .filter(tier -> tier.siren().equals(match.siren()))
                        .map(tier -> tier.seenFrom(match))
                        .sorted((one, other) -> Boolean.compare(other.sameSiret(), one.sameSiret()))
                        .limit(20)
                        .toList()))
                .toList();
    }

    private record Row(long id, String code, String name, String siren, String siret) {
        KnownTier seenFrom(CompanyMatch match) {
            return new KnownTier(id, code, name, siret, match.siret().equals(siret));
        }
    }

    private List<Row> withSiren(Collection<String> sirens) {
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        """
                        select t.id, t.code, t.name, t.siren, t.siret from tier t
                        where t.siren = any(:sirens) and %s
                        order by t.id limit 500
                        """
                                .formatted(visibility.predicate("t"))))
                .bindArray("sirens", String.class, sirens)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("siren"),
                        row.getString("siret")))
                .list());
    }
}
