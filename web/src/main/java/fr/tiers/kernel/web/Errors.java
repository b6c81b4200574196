package fr.tiers.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ConstraintNames;
import fr.tiers.kernel.PreviewChangedException;
import fr.tiers.tier.DuplicateException;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Turns whatever went wrong into a {@link Problem}. What is our fault is logged once, with the incident id the client gets. */
@ApplicationScoped
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);

    private final Texts texts;

    protected Errors() {
        this(null);
    }

    @Inject
    Errors(Texts texts) {
        this.texts = texts;
    }

    Problem problem(Throwable thrown, Locale locale) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var known = known(cause, locale);
            if (known != null) {
                return known;
            }
        }
        var problem = simple(500, "internal", locale);
        LOG.errorf(thrown, "Incident %s", problem.instance());
        return problem;
    }

    private Problem known(Throwable cause, Locale locale) {
        if (cause instanceof BusinessException refusal) {
            var problem = Problem.of(
                    status(refusal.kind()), refusal.code(), texts, locale, refusal.arguments(), refusal.violations());
            if (refusal instanceof PreviewChangedException changed) {
                return problem.withPreview(changed.preview());
            }
            return refusal instanceof DuplicateException duplicate ? problem.with(duplicate.candidates()) : problem;
        }
        if (cause instanceof JsonProcessingException json) {
            return known(Json.refusal(json), locale);
        }
        if (cause instanceof EJBAccessException || cause instanceof AccessLocalException) {
            return simple(403, "forbidden", locale);
        }
        if (ConstraintNames.lostTheRace(cause)) {
            return simple(412, "stale-row", locale);
        }
        if (cause instanceof NotFoundException) {
            return simple(404, "no-such-path", locale);
        }
        if (cause instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status < 500 ? simple(status, "http-" + status, locale) : null;
        }
        return ConstraintNames.violated(cause)
                .map(name -> Problem.of(409, "constraint", texts, locale, List.of(name), List.of()))
                .orElse(null);
    }

    private Problem simple(int status, String name, Locale locale) {
        return Problem.of(status, name, texts, locale, List.of(), List.of());
    }

    private static int status(BusinessException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case REFUSED -> 422;
            case UNAVAILABLE -> 503;
        };
    }
}
