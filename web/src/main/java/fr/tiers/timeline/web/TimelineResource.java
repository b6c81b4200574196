package fr.tiers.timeline.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.timeline.Timeline;
import fr.tiers.timeline.TimelineFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to a tier, over REST. */
@Path("tiers/{id}/timeline")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class TimelineResource {

    @Inject
    private Timeline timeline;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "Everything that happened to the tier, newest first",
            description = "Events and changes in one stream; what is planned stands before what has been.")
    @APIResponse(responseCode = "200", description = "a page of the stream")
    @APIResponse(responseCode = "400", description = "kind, limit or after make no sense")
    @APIResponse(responseCode = "404", description = "no such tier")
    public Response page(
            @PathParam("id") String id,
            @QueryParam("kind")
                    @Parameter(
                            description =
                                    "EVENT, CHANGE, MAIL (events that are e-mails) or DOCUMENT (changes of documents)")
                    String kind,
            @QueryParam("type") @Parameter(description = "code of a type of events") String type,
            @QueryParam("author") @Parameter(description = "login") String author,
            @QueryParam("from") @Parameter(description = "not before this instant or day") String from,
            @QueryParam("to") @Parameter(description = "before this instant or day") String to,
            @BeanParam Paging paging) {
        var filter = new TimelineFilter(
                Params.text("kind", kind),
                Params.text("type", type),
                Params.text("author", author),
                Params.instant("from", from),
                Params.instant("to", to));
        return answers.page(timeline.page(Params.id("tier", id), filter, paging.after(), paging.limit()));
    }
}
