package fr.tiers.keyfigures;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Change lines of key figures: entity {@code keyfigures}, its id the fiscal year. */
@ApplicationScoped
public class FigureHistory {

    private final History history;
    private final Authors authors;

    protected FigureHistory() {
        this(null, null);
    }

    @Inject
    public FigureHistory(History history, Authors authors) {
        this.history = history;
        this.authors = authors;
    }

    /** @param before null for a new year; after: null for a removed one */
    void changed(long tierId, KeyFigure before, KeyFigure after) {
        var year = (before == null ? after : before).year();
        history.updated(authors.current(), "keyfigures", year, tierId, fields(before), fields(after));
    }

    private static Map<String, Object> fields(KeyFigure figure) {
        var fields = new HashMap<String, Object>();
        if (figure != null) {
            fields.put("closingDate", figure.closingDate());
            fields.put("duration", figure.duration());
            fields.put("turnover", amount(figure.turnover()));
            fields.put("result", amount(figure.result()));
            fields.put("headcount", figure.headcount());
            fields.put("source", figure.source());
        }
        return fields;
    }

    /** Always with cents: the database's 12.00 and a typed 12 are no change. */
    static String amount(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
