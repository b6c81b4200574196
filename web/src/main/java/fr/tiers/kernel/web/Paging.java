package fr.tiers.kernel.web;

import fr.tiers.kernel.BusinessException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The two parameters every list takes. */
public class Paging {

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "items per page, 1 to 200")
    private String limit;

    @QueryParam("after")
    @Parameter(description = "cursor: `next` of the page before")
    private String after;

    public int limit() {
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > 200) {
            throw BusinessException.invalid("limit", "out-of-range", 1, 200);
        }
        return Integer.parseInt(limit);
    }

    /** @return null for the first page */
    public String after() {
        return after;
    }

    /** The cursor of lists that are paged by id alone. */
    public long afterId(long first) {
        if (after == null) {
            return first;
        }
        if (!after.matches("\\d{1,18}")) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
        return Long.parseLong(after);
    }
}
