package fr.tiers.subscription;

import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.Visibility;
import fr.tiers.happening.HappeningCode;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/** What of what has happened somebody may know: of the tiers one sees, and what is owed only where one may see that. */
final class Sight {

    private static final String[] RECEIVABLE = Stream.of(HappeningCode.values())
            .filter(code -> code.needs() == Action.SEE_OUTSTANDING)
            .map(HappeningCode::name)
            .toArray(String[]::new);

    /** An event may be made private after it was told. */
    private static final String NOT_PRIVATE =
            "(h.code not in ('EVENT_ADDED', 'MAIL_SENT') or not exists (select 1 from event v where v.id = h.thing_id and v.private))";

    private final Visibility tiers;
    private final Visibility receivables;

    private Sight(Caller reader) {
        tiers = Visibility.of(reader);
        receivables = Visibility.of(reader, Action.SEE_OUTSTANDING);
    }

    static Sight of(Caller reader) {
        return new Sight(reader);
    }

    /** About a row {@code h} of happening and its tier {@code t}. */
    String predicate() {
        return "(" + tiers.predicate("t") + " and (h.code <> all(:receivableCodes) or " + receivables.predicate("t")
                + ") and " + NOT_PRIVATE + ")";
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return receivables.bind(tiers.bind(statement)).bind("receivableCodes", RECEIVABLE);
    }
}
