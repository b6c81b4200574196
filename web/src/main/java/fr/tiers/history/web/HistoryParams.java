package fr.tiers.history.web;

import fr.tiers.history.HistoryFilter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.web.Params;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of a change log as query parameters; the page and REST name them alike. */
public class HistoryParams {

    @QueryParam("field")
    @Parameter(description = "only this field, as in the answer's `field`", example = "phone")
    private String field;

    @QueryParam("entity")
    @Parameter(description = "only this kind of thing, as in the answer's `entity`", example = "contact")
    private String entity;

    @QueryParam("entityId")
    @Parameter(description = "only this thing; together with entity")
    private String entityId;

    @QueryParam("author")
    @Parameter(description = "login")
    private String author;

    @QueryParam("source")
    @Parameter(description = "UI, API, IMPORT, REGISTRY, JOB …")
    private String source;

    @QueryParam("from")
    @Parameter(description = "first day, or first moment with its offset", example = "2026-01-01")
    private String from;

    @QueryParam("to")
    @Parameter(description = "last day, or the moment before which", example = "2026-01-31")
    private String to;

    /** @throws BusinessException INVALID naming what cannot be read */
    HistoryFilter filter() {
        return filter(field, entity, entityId, author, source, from, to);
    }

    static HistoryFilter filter(
            String field, String entity, String entityId, String author, String source, String from, String to) {
        var filter = new HistoryFilter(
                Params.text("field", field),
                Params.text("entity", entity),
                Params.number("entityId", entityId),
                Params.text("author", author),
                Params.text("source", source),
                moment("from", from, 0),
                moment("to", to, 1));
        if (filter.from() != null && filter.until() != null && !filter.from().isBefore(filter.until())) {
            throw BusinessException.invalid("to", "before-start");
        }
        return filter;
    }

    /** A day begins, or ends, here in France. */
    private static Instant moment(String name, String text, int days) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() == 10
                ? Params.day(name, text)
                        .plusDays(days)
                        .atStartOfDay(ClockProducer.ZONE)
                        .toInstant()
                : Params.instant(name, text);
    }
}
