package fr.tiers.exchange;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a row is not written.
 *
 * @param field null when it is the row as a whole
 * @param code text at {@code violation.<code>} for a field, at {@code problem.<code>} else
 * @param arguments what the text needs
 */
public record RowProblem(String field, String code, List<Object> arguments) implements Serializable {

    public static RowProblem of(String code, Object... arguments) {
        return new RowProblem(null, code, List.of(arguments));
    }

    static List<RowProblem> of(List<Violation> violations) {
        return violations.stream()
                .map(violation ->
                        new RowProblem(violation.field(), violation.code(), plain(violation.arguments().stream())))
                .toList();
    }

    public static List<RowProblem> of(BusinessException refusal) {
        return refusal.violations().isEmpty()
                ? List.of(new RowProblem(null, refusal.code(), plain(refusal.arguments().stream())))
                : of(refusal.violations());
    }

    /** What JSON keeps and gives back as it was. */
    private static List<Object> plain(Stream<Object> arguments) {
        return arguments
                .map(each -> each instanceof Number || each instanceof String ? each : String.valueOf(each))
                .toList();
    }
}
