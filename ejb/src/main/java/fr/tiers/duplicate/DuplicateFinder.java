package fr.tiers.duplicate;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.Duplicates;
import fr.tiers.tier.TierData;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Finds tiers that may be the same party as another, with the reasons. Only tiers that the caller may see are named. */
@Stateless
@PermitAll
@LocalBean
@Local(Duplicates.class)
public class DuplicateFinder implements Duplicates {

    private static final int SHOWN = 10;

    private static final String NOT_SAID_OTHERWISE =
            """
            and not exists (select 1 from duplicate_verdict v
                            where v.tier_id = least(t.id, :me) and v.other_id = greatest(t.id, :me))
            """;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    VerdictStore verdicts;

    @Override
    public List<DuplicateCandidate> of(TierData data, Long exceptId) {
        var written = Party.Written.of(data);
        // PostgreSQL takes no NUL, not even to look for it; what holds one is refused when it is stored
        if (written.texts().anyMatch(text -> text.indexOf('\0') >= 0)) {
            return List.of();
        }
        var party = Party.of(written);
        return db.call(handle -> judged(party, rows(handle, draft(handle, written, party), exceptId)));
    }

    /**
     * Who a tier that is written down may be as well; those of whom somebody said they are not are left out.
     *
     * @throws fr.tiers.kernel.BusinessException NOT_FOUND
     */
    public List<DuplicateCandidate> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> {
            var party = handle.createQuery("select " + PartyRow.COLUMNS + " from tier t where t.id = :id")
                    .bind("id", tierId)
                    .map((row, context) -> PartyRow.of(row).party())
                    .one();
            var found = handle.createQuery(CandidateSql.of(CandidateSql.OF_ROWS))
                    .bindArray("ids", Long.class, List.of(tierId))
                    .bindArray("shared", String.class, ContactPoints.SHARED)
                    .map((row, context) -> row.getLong("id"))
                    .list();
            return judged(party, rows(handle, found, tierId));
        });
    }

    @Override
    public void accepted(long tierId, List<DuplicateCandidate> candidates, String reason) {
        candidates.forEach(candidate -> verdicts.keep(tierId, candidate.id(), reason));
    }

    private static List<Long> draft(Handle handle, Party.Written written, Party party) {
        return handle.createQuery(CandidateSql.of(CandidateSql.OF_DRAFT))
                .bind("siret", party.siret())
                .bind("siren", party.siren())
                .bind("vatNumber", party.vatNumber())
                .bind("phone", written.phone())
                .bind("mobile", written.mobile())
                .bind("website", written.website())
                .bind("name", written.name())
                .bind("tradeName", written.tradeName())
                .bind("postalCode", party.postalCode())
                .bindArray("emails", String.class, party.emails())
                .bindArray("shared", String.class, ContactPoints.SHARED)
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    private List<PartyRow> rows(Handle handle, Collection<Long> ids, Long me) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var visibility = Visibility.of(callers.current());
        return visibility
                .bind(handle.createQuery("select " + PartyRow.COLUMNS + " from tier t where t.id = any(:found) and "
                        + visibility.ofRows("t") + (me == null ? "" : " and t.id <> :me " + NOT_SAID_OTHERWISE)))
                .bindArray("found", Long.class, ids)
                .bindMap(me == null ? Map.of() : Map.of("me", me))
                .map((row, context) -> PartyRow.of(row))
                .list();
    }

    private static List<DuplicateCandidate> judged(Party party, List<PartyRow> rows) {
        return rows.stream()
                .map(row -> candidate(row, Match.of(party, row.party())))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(DuplicateCandidate::score)
                        .reversed()
                        .thenComparing(DuplicateCandidate::id))
                .limit(SHOWN)
                .toList();
    }

    private static DuplicateCandidate candidate(PartyRow row, Match match) {
        return match.reasons().isEmpty()
                ? null
                : new DuplicateCandidate(
                        row.id(),
                        row.code(),
                        row.name(),
                        row.city(),
                        match.score(),
                        match.reasons().get(0).name(),
                        names(match.reasons()),
                        names(match.cautions()));
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return Stream.of(values.toArray(Enum<?>[]::new)).map(Enum::name).toList();
    }
}
