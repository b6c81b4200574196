package fr.tiers.keyfigures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Puts what a provider published on file, figure by figure after {@link FigureMerge}, then lets the tier's own fields follow. */
@ApplicationScoped
public class FigureStore {

    private final KeyFigureTable table;
    private final FigureHistory history;
    private final TierHeadline headline;
    private final Clock clock;

    protected FigureStore() {
        this(null, null, null, null);
    }

    @Inject
    public FigureStore(KeyFigureTable table, FigureHistory history, TierHeadline headline, Clock clock) {
        this.table = table;
        this.history = history;
        this.headline = headline;
        this.clock = clock;
    }

    StoreResult store(long tierId, PublicFigures published) {
        if (!table.lockTier(tierId)) {
            return new StoreResult(0, 0);
        }
        var before = table.ofTier(tierId);
        var now = clock.instant();
        var changed = 0;
        for (var year : published.years()) {
            if (write(tierId, before, figure(year, now))) {
                changed++;
            }
        }
        headline.follow(tierId, before, changed == 0 ? before : table.ofTier(tierId));
        return new StoreResult(changed, published.years().size() - changed);
    }

    private boolean write(long tierId, List<KeyFigure> before, KeyFigure published) {
        var typed = before.stream()
                .anyMatch(figure -> figure.source() == FigureSource.MANUAL && figure.year() == published.year());
        if (typed) {
            return false;
        }
        var known = before.stream()
                .filter(figure -> figure.closingDate().equals(published.closingDate()))
                .findFirst()
                .orElse(null);
        var merged = FigureMerge.merge(known, published);
        if (merged == null) {
            return false;
        }
        table.write(tierId, merged);
        history.changed(tierId, known, merged);
        return true;
    }

    private static KeyFigure figure(PublicFigure year, Instant now) {
        return new KeyFigure(
                year.year(),
                year.closingDate(),
                year.duration(),
                year.turnover(),
                year.result(),
                year.headcount(),
                year.confidential(),
                FigureSource.INFOGREFFE,
                now);
    }
}
