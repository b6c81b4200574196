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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The quality of one tier, and the frequency of visits that counts for it. */
@Stateless
@PermitAll
public class Quality {

    private static final int MAX_DAYS = 400;

    private static final String VISITS =
            """
            select u.login, u.display_name, max(k.visits_per_year) as visits
            from app_user u left join tier_collaborator k on k.user_id = u.id and k.tier_id = :id
            where k.tier_id is not null or u.id = (select owner_id from tier where id = :id)
            group by u.login, u.display_name order by u.display_name, u.login
            """;

    /** Rows of points, then those of visits. */
    private static final String PANEL =
            """
            select code, weight, earned, null as login, null as display_name, null as visits from (%s) point
            union all
            select null, null, null, visit.* from (%s) visit
            """
                    .formatted(QualitySql.points("(select * from tier where id = :id) t", QualitySql.AS_SET), VISITS);

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
        return panel(tierId).quality();
    }

    /** The quality and the visits in one statement: the record shows both. */
    public QualityPanel panel(long tierId) {
        access.requireVisible(tierId);
        var visits = new ArrayList<VisitFrequency>();
        var points = db.call(handle -> QualityStore.at(clock, handle.createQuery(PANEL))
                .bind("id", tierId)
                .map((row, context) -> {
                    if (row.getString("login") != null) {
                        visits.add(visit(row));
                    }
                    return row.getString("code") == null
                            ? null
                            : QualityPoint.of(row.getString("code"), row.getInt("weight"), row.getBoolean("earned"));
                })
                .list());
        var counted = points.stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(point -> Criterion.valueOf(point.criterion())))
                .toList();
        return new QualityPanel(QualityView.of(counted), visits);
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
        return db.call(handle -> handle.createQuery(VISITS)
                .bind("id", tierId)
                .map((row, context) -> visit(row))
                .list());
    }

    private static VisitFrequency visit(ResultSet row) throws SQLException {
        return new VisitFrequency(
                row.getString("login"), row.getString("display_name"), row.getObject("visits", Integer.class));
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
