package fr.tiers.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A refusal the user can understand and act on. It carries a stable code and arguments, never a text: pages look the text up under
 * {@code error.<code>} in the user's language, REST turns it into {@code urn:tiers:problem:<code>}. The transaction is rolled back.
 */
@ApplicationException(rollback = true, inherited = true)
public class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; the edges translate it (REST: the HTTP status in brackets). */
    public enum Kind {
        /** the input breaks a rule that can be seen from the input alone (400) */
        INVALID,
        /** the caller's role does not allow the action (403) */
        FORBIDDEN,
        /** does not exist, or not for this caller (404) */
        NOT_FOUND,
        /** the state of the data forbids it: duplicate, attached data, already running (409) */
        CONFLICT,
        /** somebody else changed it meanwhile (412) */
        STALE,
        /** a file larger than is taken (413) */
        TOO_LARGE,
        /** understood, but a business rule refuses it (422) */
        REFUSED,
        /** a system we depend on does not answer (503) */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<Violation> violations;

    public BusinessException(Kind kind, String code, Object... arguments) {
        this(kind, code, List.of(), arguments);
    }

    public BusinessException(Kind kind, String code, List<Violation> violations, Object... arguments) {
        super(code + ' ' + List.of(arguments) + (violations.isEmpty() ? "" : ' ' + violations.toString()));
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
        this.violations = List.copyOf(violations);
    }

    public static BusinessException invalid(List<Violation> violations) {
        return new BusinessException(Kind.INVALID, "validation", violations);
    }

    public static BusinessException invalid(String field, String code, Object... arguments) {
        return invalid(List.of(new Violation(field, code, arguments)));
    }

    public static BusinessException notFound(String what, Object id) {
        return new BusinessException(Kind.NOT_FOUND, "not-found", what, String.valueOf(id));
    }

    public static BusinessException stale(String what, Object id) {
        return new BusinessException(Kind.STALE, "stale", what, String.valueOf(id));
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, lower case with dashes, e.g. {@code tier-duplicate}. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Violation> violations() {
        return violations;
    }
}
