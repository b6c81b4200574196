package fr.tiers.tag.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tagged;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters by tags that every list of what wears them takes. */
public class TagFilterParams {

    @QueryParam("tag")
    @Parameter(description = "label of a tag, with the tags below it; repeat it for any of several")
    private List<String> tag;

    @QueryParam("tagAll")
    @Parameter(description = "label of a tag that must be worn; repeat it for all of several")
    private List<String> tagAll;

    @QueryParam("tagNone")
    @Parameter(description = "label of a tag that must not be worn; repeat it for several")
    private List<String> tagNone;

    /** @throws BusinessException INVALID naming the parameter that cannot be read */
    public Tagged tagged() {
        return new Tagged(texts("tag", tag), texts("tagAll", tagAll), texts("tagNone", tagNone));
    }

    private static List<String> texts(String name, List<String> given) {
        if (given.size() > TagQuery.MAX_VALUES) {
            throw BusinessException.invalid(name, "too-many", TagQuery.MAX_VALUES);
        }
        return given.stream()
                .map(text -> Params.text(name, text))
                .filter(Objects::nonNull)
                .toList();
    }
}
