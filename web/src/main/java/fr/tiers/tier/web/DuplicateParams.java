package fr.tiers.tier.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.DuplicateConsent;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a program says of a new tier that may be there already. */
public class DuplicateParams {

    @QueryParam("allowDuplicate")
    @Parameter(description = "true: create it all the same; with the same SIRET only when duplicateReason says why")
    private String allowDuplicate;

    @QueryParam("duplicateReason")
    @Parameter(description = "why there is to be a second tier with the same SIRET; kept with the pair")
    private String duplicateReason;

    @QueryParam("refuseFrom")
    @Parameter(
            description = "score of 1 to 100 from which a candidate is a refusal; 100, the default, is the same SIRET",
            example = "60")
    private String refuseFrom;

    public DuplicateConsent consent() {
        var from = Params.number("refuseFrom", refuseFrom);
        if (from != null && (from < 1 || from > 100)) {
            throw BusinessException.invalid("refuseFrom", "out-of-range", 1, 100);
        }
        return new DuplicateConsent(
                Boolean.TRUE.equals(Params.bool("allowDuplicate", allowDuplicate)),
                Params.text("duplicateReason", duplicateReason),
                from == null ? 100 : from.intValue());
    }
}
