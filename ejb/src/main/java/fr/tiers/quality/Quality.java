package fr.tiers.quality;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The quality of one tier, and the frequency of visits that counts for it. */
@Stateless
@PermitAll
public class Quality {

    private static final int MAX_DAYS = 400;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @throws BusinessException NOT_FOUND */
    public QualityView ofTier(long tierId) {
        access.requireVisible(tierId);
        var points = db.call(handle -> QualityStore.at(
                        clock,
                        handle.createQuery(
                                QualitySql.points("(select * from tier where id = :id) t", QualitySql.AS_SET)))
                .bind("id", tierId)
                .map((row, context) -> row.getString("code") == null
                        ? null
                        : QualityPoint.of(row.getString("code"), row.getInt("weight"), row.getBoolean("earned")))
                .list());
        return QualityView.of(points.stream()
                .filter(point -> point != null)
                .sorted(Comparator.comparing(point -> Criterion.valueOf(point.criterion())))
                .toList());
    }

    /** @return oldest first, at most the last {@value #MAX_DAYS} changes */
    public List<QualityDay> history(long tierId) {
        access.requireVisible(tierId);
        var days = db.call(handle -> handle.createQuery(
                        "select day, score, max from quality_score where tier_id = :tier order by day desc limit :limit")
                .bind("tier", tierId)
                .bind("limit", MAX_DAYS)
                .map((row, context) ->
                        new QualityDay(row.getObject("day", LocalDate.class), row.getInt("score"), row.getInt("max")))
                .list());
        Collections.reverse(days);
        return days;
    }

    /** @return those who may be given a frequency: the owner and the collaborators */
    public List<VisitFrequency> visits(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name, max(k.visits_per_year) as visits
                        from app_user u left join tier_collaborator k on k.user_id = u.id and k.tier_id = :tier
                        where k.tier_id is not null or u.id = (select owner_id from tier where id = :tier)
                        group by u.login, u.display_name order by u.display_name, u.login
                        """)
                .bind("tier", tierId)
                .map((row, context) -> new VisitFrequency(
                        row.getString("login"), row.getString("display_name"), row.getObject("visits", Integer.class)))
                .list());
    }

    /**
     * Says how often somebody means to visit.
     *
     * @param visitsPerYear null takes it back
     * @throws BusinessException INVALID on {@code user} for anybody who is neither owner nor collaborator
     */
    public List<VisitFrequency> plan(long tierId, String user, Integer visitsPerYear) {
        access.require(tierId, Action.EDIT);
        new Checks()
                .required("user", user)
                .holds(
                        visitsPerYear == null || visitsPerYear >= 1 && visitsPerYear <= 366,
                        "visitsPerYear",
                        "out-of-range",
                        1,
                        366)
                .refuse();
        var before = visits(tierId).stream()
                .filter(visit -> visit.user().equals(user))
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid("user", "unknown-reference", user));
        // An owner who visits is a collaborator too.
        db.run(handle -> handle.createUpdate(
                        """
                        insert into tier_collaborator (tier_id, user_id, visits_per_year)
                        select :tier, id, :visits from app_user where login = :user
                        on conflict (tier_id, user_id) do update set visits_per_year = excluded.visits_per_year
                        """)
                .bind("tier", tierId)
                .bind("visits", visitsPerYear)
                .bind("user", user)
                .execute());
        var field = "visitsPerYear." + user;
        history.updated(
                authors.current(),
                "quality",
                tierId,
                tierId,
                Collections.singletonMap(field, before.visitsPerYear()),
                Collections.singletonMap(field, visitsPerYear));
        touched.fire(new TierTouched(tierId));
        return visits(tierId);
    }
}
