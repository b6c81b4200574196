package fr.tiers.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.tiers.kernel.Violation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An error answer (RFC 9457).
 *
 * @param type stable: {@code urn:tiers:problem:<name>}
 * @param instance incident id; the log has it when the error is ours
 * @param candidates probable duplicates, when that is the problem
 * @param preview what would be done now, when it is no longer what was confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Item> violations,
        List<?> candidates,
        Object preview) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:tiers:problem:";

    /** One field that breaks a rule. */
    public record Item(String field, String code, String message) {}

    static Problem of(
            int status, String name, Texts texts, Locale locale, List<Object> arguments, List<Violation> violations) {
        var items = violations.stream()
                .map(violation -> new Item(
                        violation.field(),
                        violation.code(),
                        texts.violation(violation.code(), violation.arguments(), locale)))
                .toList();
        return new Problem(
                TYPE + name,
                texts.status(status, locale),
                status,
                texts.error(name, arguments, locale),
                "urn:uuid:" + UUID.randomUUID(),
                items.isEmpty() ? null : items,
                null,
                null);
    }

    /** The language of problems: French unless English is asked for. */
    static Locale language(Locale asked) {
        return "en".equals(asked.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }

    Problem with(List<?> found) {
        return new Problem(type, title, status, detail, instance, violations, found, null);
    }

    Problem withPreview(Object present) {
        return new Problem(type, title, status, detail, instance, violations, candidates, present);
    }

    Response response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        Headers.forStatus(status).forEach(response::header);
        return response.build();
    }

    /** Headers that belong to a status. */
    private static final class Headers {
        static Map<String, String> forStatus(int status) {
            return switch (status) {
                case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"tiers\", Basic realm=\"tiers\"");
                case 503 -> Map.of("Retry-After", "30");
                default -> Map.of();
            };
        }
    }
}
