package fr.tiers.keyfigures;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The SQL of {@code key_figure} and {@code key_figure_check}. No rule here, and no question who may. */
@ApplicationScoped
public class KeyFigureTable {

    private final Db db;

    protected KeyFigureTable() {
        this(null);
    }

    @Inject
    public KeyFigureTable(Db db) {
        this.db = db;
    }

    /** @return newest first */
    List<KeyFigure> ofTier(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select year, closing_date, duration, turnover, result, headcount, confidential, source, fetched_at
                        from key_figure where tier_id = :tierId order by closing_date desc
                        """)
                .bind("tierId", tierId)
                .map((row, context) -> figure(row))
                .list());
    }

    private static KeyFigure figure(ResultSet row) throws SQLException {
        return new KeyFigure(
                row.getInt("year"),
                row.getObject("closing_date", LocalDate.class),
                row.getObject("duration", Integer.class),
                row.getBigDecimal("turnover"),
                row.getBigDecimal("result"),
                row.getObject("headcount", Integer.class),
                row.getBoolean("confidential"),
                FigureSource.valueOf(row.getString("source")),
                row.getTimestamp("fetched_at").toInstant());
    }

    void write(long tierId, KeyFigure figure) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into key_figure (tier_id, year, closing_date, duration, turnover, result, headcount, confidential,
                                                source, fetched_at)
                        values (:tierId, :year, :closingDate, :duration, :turnover, :result, :headcount, :confidential,
                                :source, :fetchedAt)
                        on conflict on constraint key_figure_pk do update set
                            year = excluded.year, duration = excluded.duration, turnover = excluded.turnover,
                            result = excluded.result, headcount = excluded.headcount, confidential = excluded.confidential,
                            source = excluded.source, fetched_at = excluded.fetched_at
                        """)
                .bind("tierId", tierId)
                .bindMethods(figure)
                .execute());
    }

    void delete(long tierId, LocalDate closingDate) {
        db.run(handle -> handle.createUpdate(
                        "delete from key_figure where tier_id = :tierId and closing_date = :closingDate")
                .bind("tierId", tierId)
                .bind("closingDate", closingDate)
                .execute());
    }

    /** Notes that a provider was asked. Nothing happens for a tier that was deleted meanwhile. */
    void checked(long tierId, Instant at, CheckOutcome outcome) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into key_figure_check (tier_id, siren, checked_at, outcome)
                        select id, siren, :at, :outcome from tier where id = :tierId
                        on conflict on constraint key_figure_check_pk do update set
                            siren = excluded.siren, checked_at = excluded.checked_at, outcome = excluded.outcome
                        """)
                .bind("tierId", tierId)
                .bind("at", at)
                .bind("outcome", outcome)
                .execute());
    }

    /** Makes the tier due for the next run. */
    void forgetCheck(long tierId) {
        db.run(handle -> handle.execute("delete from key_figure_check where tier_id = ?", tierId));
    }

    /** Keeps two writers of one tier's figures apart until the transaction ends. @return false when the tier is gone */
    boolean lockTier(long tierId) {
        return db.call(handle -> handle.createQuery("select 1 from tier where id = :tierId for no key update")
                .bind("tierId", tierId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
