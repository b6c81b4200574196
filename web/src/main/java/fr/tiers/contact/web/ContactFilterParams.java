package fr.tiers.contact.web;

import fr.tiers.contact.ContactFilter;
import fr.tiers.contact.DecisionRole;
import fr.tiers.contact.EmailState;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.ParameterPrefix;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.web.TagFilterParams;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters of the list of people; all of them must hold. */
public class ContactFilterParams extends TagFilterParams {

    @QueryParam("q")
    @Parameter(description = "words of the name, e-mail or tier, or a number in any grouping")
    private String q;

    @QueryParam("tier")
    @Parameter(description = "id of the tier")
    private String tier;

    @QueryParam("jobFamily")
    private String jobFamily;

    @QueryParam("decisionRole")
    @Parameter(description = "DECISION_MAKER, INFLUENCER, USER, GATEKEEPER or OPPONENT")
    private String decisionRole;

    @QueryParam("main")
    private String main;

    @QueryParam("current")
    @Parameter(description = "true: those one can turn to; false: those who have left")
    private String current;

    @QueryParam("extranet")
    @Parameter(description = "whether they have an account on the extranet")
    private String extranet;

    @QueryParam("reachable")
    @Parameter(description = "true: whose weekly slots say that they can be reached now")
    private String reachable;

    @QueryParam("emailState")
    @Parameter(
            description =
                    "UNKNOWN, VALID, SOFT_BOUNCE, INVALID, UNSUBSCRIBED or COMPLAINT, of those who have an e-mail address")
    private String emailState;

    @Context
    @ParameterPrefix(FieldFilter.PREFIX)
    private UriInfo uri;

    ContactFilter filter() {
        return new ContactFilter(
                Params.text("q", q),
                Params.number("tier", tier),
                Params.text("jobFamily", jobFamily),
                choice("decisionRole", decisionRole, DecisionRole.values()),
                Params.bool("main", main),
                Params.bool("current", current),
                Params.bool("extranet", extranet),
                Params.bool("reachable", reachable),
                choice("emailState", emailState, EmailState.values()),
                tagged(),
                FieldFilter.parse(uri.getQueryParameters()));
    }

    private static <E extends Enum<E>> E choice(String name, String given, E[] choices) {
        var text = Params.text(name, given);
        return text == null
                ? null
                : Stream.of(choices)
                        .filter(choice -> choice.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> BusinessException.invalid(name, "unknown-value", text));
    }
}
