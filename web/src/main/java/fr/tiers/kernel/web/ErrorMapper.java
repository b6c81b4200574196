package fr.tiers.kernel.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** Every exception that leaves a resource, and every one RESTEasy itself throws, becomes a problem. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    @Inject
    private Errors errors;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        return errors.problem(thrown, locale(headers)).response();
    }

    /** The language a client asked for: French unless it is English. */
    public static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> "fr".equals(language) || "en".equals(language))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.FRENCH);
    }
}
