package fr.tiers.keyfigures;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries {@link Headline} to the tier's row; the version grows, so that a form opened before is told. */
@ApplicationScoped
public class TierHeadline {

    private final Db db;
    private final History history;
    private final Authors authors;
    private final Clock clock;

    protected TierHeadline() {
        this(null, null, null, null);
    }

    @Inject
    public TierHeadline(Db db, History history, Authors authors, Clock clock) {
        this.db = db;
        this.history = history;
        this.authors = authors;
        this.clock = clock;
    }

    /** The tier's row is locked by the caller. */
    void follow(long tierId, List<KeyFigure> before, List<KeyFigure> after) {
        var shown = db.call(
                handle -> handle.createQuery("select headcount, turnover, turnover_year from tier where id = :tierId")
                        .bind("tierId", tierId)
                        .map((row, context) -> new Headline(
                                row.getObject("headcount", Integer.class),
                                row.getBigDecimal("turnover"),
                                row.getObject("turnover_year", Integer.class)))
                        .one());
        var next = shown.follow(before, after);
        if (next.sameAs(shown)) {
            return;
        }
        var author = authors.current();
        db.run(handle -> handle.createUpdate(
                        """
                        update tier set headcount = :headcount, turnover = :turnover, turnover_year = :turnoverYear,
                               version = version + 1, updated_at = :now, updated_by = :login
                        where id = :tierId
                        """)
                .bind("tierId", tierId)
                .bind("headcount", next.headcount())
                .bind("turnover", next.turnover())
                .bind("turnoverYear", next.turnoverYear())
                .bind("now", clock.instant())
                .bind("login", author.login())
                .execute());
        history.updated(author, "tier", tierId, tierId, fields(shown), fields(next));
    }

    private static Map<String, Object> fields(Headline headline) {
        var fields = new HashMap<String, Object>();
        fields.put("headcount", headline.headcount());
        fields.put("turnover", FigureHistory.amount(headline.turnover()));
        fields.put("turnoverYear", headline.turnoverYear());
        return fields;
    }
}
