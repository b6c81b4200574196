package fr.tiers.event.web;

import fr.tiers.event.EventAbout;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventList;
import fr.tiers.event.EventSort;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events that the caller may see: those of the tiers, and those that concern the caller. */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventResource {

    private static final String EXAMPLE =
            """
            {"type":"MEETING","subject":"Revue annuelle","start":"2026-12-01T09:00:00Z","end":"2026-12-01T10:00:00Z",\
            "meeting":{"place":"Nantes","participants":[{"user":"assistant"},{"email":"invitee@exemple.example"}]}}""";

    @Inject
    private Events events;

    @Inject
    private EventList list;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "The events the caller may see",
            description =
                    "`sort`: start, subject, tier, due, createdAt or custom.<code>, with - for descending. Private events of "
                            + "others are left out.")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = EventView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response list(
            @BeanParam EventFilterParams filter,
            @BeanParam Paging paging,
            @QueryParam("sort") @DefaultValue("-start") String sort) {
        return answers.page(list.page(filter.filter(), EventSort.Order.parse(sort), paging.after(), paging.limit()));
    }

    @POST
    @Operation(
            summary = "Notes an event that is about no tier",
            description = "One of a tier is noted by POST /tiers/{id}/events.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "noted; Location names it",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    public Response create(String body) {
        return answers.once(body, () -> {
            var event = events.create(null, Json.read(body, EventCommand.class));
            return answers.created("events/" + event.id(), event, event.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One event")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var event = events.get(Params.id("event", id));
        // names of tier and people change without it: no 304 may hide that
        return Response.ok(event).tag(String.valueOf(event.version())).build();
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Replaces what is written of an event",
            description =
                    "If-Match is required. Whoever has it keeps it when neither assignee nor group is named; the type stays of "
                            + "its kind.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "the event as it is now")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "noted by the application, or for author and assignee only")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response replace(@PathParam("id") String id, String body) {
        long eventId = events.get(Params.id("event", id)).id();
        long version = answers.requiredVersion("event", eventId);
        return changed(events.update(eventId, version, Json.read(body, EventCommand.class)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes some fields of an event", description = "JSON Merge Patch: null empties a field.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = EventCommand.class), example = "{\"state\":\"DONE\"}"))
    @APIResponse(responseCode = "200", description = "the event as it is now")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response patch(@PathParam("id") String id, String body) {
        var event = events.get(Params.id("event", id));
        long version = answers.requiredVersion("event", event.id());
        return changed(events.update(event.id(), version, Json.mergePatch(event.command(), body, EventCommand.class)));
    }

    @PUT
    @Path("{id}/tier")
    @Operation(
            summary = "Says what tier an event is about, or that it is about none",
            description =
                    "If-Match is required. Contact and address are of that tier; what is absent is emptied. The caller needs the right to "
                            + "add events to the tier that it leaves as well. Of a series only this event goes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EventAbout.class),
                            example = "{\"tierId\":1001,\"contactId\":17}"))
    @APIResponse(responseCode = "200", description = "the event as it is now")
    @APIResponse(responseCode = "400", description = "contact or address are not of the tier")
    @APIResponse(responseCode = "403", description = "the right is missing for one of the tiers, or for the event")
    @APIResponse(responseCode = "404", description = "event or tier do not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response about(@PathParam("id") String id, String body) {
        long eventId = events.get(Params.id("event", id)).id();
        long version = answers.requiredVersion("event", eventId);
        return changed(events.about(eventId, version, Json.read(body, EventAbout.class)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Deletes an event",
            description = "If-Match is required. What has been belongs to the history: prefer CANCELLED.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "noted by the application, or for author and assignee only")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response delete(@PathParam("id") String id) {
        long eventId = events.get(Params.id("event", id)).id();
        events.delete(eventId, answers.requiredVersion("event", eventId));
        return Response.noContent().build();
    }

    private Response changed(EventView event) {
        return answers.changed(event, event.version());
    }
}
