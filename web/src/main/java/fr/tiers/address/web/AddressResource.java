package fr.tiers.address.web;

import fr.tiers.address.AddressCommand;
import fr.tiers.address.AddressGrants;
import fr.tiers.address.AddressView;
import fr.tiers.address.Addresses;
import fr.tiers.address.MoveCommand;
import fr.tiers.address.site.Opening;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One address over REST. */
@Path("addresses/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
public class AddressResource {

    private static final String MOVE =
            """
            {"on":"2027-01-04","address":{"label":"Entrepôt","line1":"8 rue du Port","postalCode":"44100","city":"Nantes",\
            "usages":["DELIVERY"],"defaultFor":["DELIVERY"]}}""";

    @Inject
    private Addresses addresses;

    @Inject
    private AddressGrants grants;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "One address")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = AddressView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var address = addresses.get(Params.id("address", id));
        return answers.read(address, address.version());
    }

    @PUT
    @Operation(
            summary = "Replaces everything writable",
            description = "If-Match is required: 428 without, 412 when stale. What is absent is emptied.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddressCommand.class),
                            example = AddressesOfTierResource.EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role changes no addresses")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        long version = version(id);
        return changed(addresses.update(Params.id("address", id), version, Json.read(body, AddressCommand.class)));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes some fields", description = "JSON Merge Patch (RFC 7396): null empties a field.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddressCommand.class),
                            example = "{\"to\":\"2026-12-31\"}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role changes no addresses")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response patch(@PathParam("id") String id, String body) {
        long version = version(id);
        var current = addresses.get(Params.id("address", id));
        var command = Json.mergePatch(current.toCommand(), body, AddressCommand.class);
        return changed(addresses.update(current.id(), version, command));
    }

    @DELETE
    @Operation(
            summary = "Deletes an address entered by mistake",
            description = "An address that is left is not deleted but ended: PATCH with `to`.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "this role changes no addresses")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response delete(@PathParam("id") String id) {
        long version = version(id);
        addresses.delete(Params.id("address", id), version);
        return Response.noContent().build();
    }

    @POST
    @Path("move")
    @Operation(
            summary = "Moves to a new address",
            description =
                    "In one transaction the address ends the day before `on` and the new one begins that day. If-Match is required.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MoveCommand.class), example = MOVE))
    @APIResponse(
            responseCode = "201",
            description = "the new address; Location names it",
            content = @Content(schema = @Schema(implementation = AddressView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role changes no addresses")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "it is left already on that day")
    public Response move(@PathParam("id") String id, String body) {
        return answers.once(body, () -> {
            long version = version(id);
            var next = addresses.move(Params.id("address", id), version, Json.read(body, MoveCommand.class));
            return answers.created("addresses/" + next.id(), next, next.version());
        });
    }

    @GET
    @Path("opening")
    @Operation(
            summary = "Whether the place is open at a moment, and why",
            description =
                    "By its dates, the exceptions of the day, the public holidays of its region and its hours of the week.")
    @APIResponse(
            responseCode = "200",
            description = "reason: HOURS, EXCEPTION, OUTSIDE_HOURS, PUBLIC_HOLIDAY, NOT_IN_USE or NO_HOURS",
            content = @Content(schema = @Schema(implementation = Opening.class)))
    @APIResponse(responseCode = "400", description = "`at` cannot be read")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Opening opening(
            @PathParam("id") String id,
            @QueryParam("at") @Parameter(description = "date-time with its offset; now when absent") String at) {
        return addresses.opening(Params.id("address", id), Params.instant("at", at));
    }

    @GET
    @Path("extranet-users")
    @Operation(
            summary = "The extranet users who may see the address",
            description = "whole: because they see the whole tier.")
    @APIResponse(responseCode = "403", description = "only administrators and sales managers")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Answers.Items<AddressGrants.Viewer> viewers(@PathParam("id") String id) {
        return new Answers.Items<>(grants.of(Params.id("address", id)));
    }

    @PUT
    @Path("extranet-users/{login}")
    @Operation(summary = "Lets an extranet user see the address", description = "Again changes nothing.")
    @APIResponse(responseCode = "204", description = "may see it")
    @APIResponse(responseCode = "400", description = "no active extranet user of this login")
    @APIResponse(responseCode = "403", description = "only administrators and sales managers")
    @APIResponse(responseCode = "404", description = "the address does not exist for this caller")
    public Response grant(@PathParam("id") String id, @PathParam("login") String login) {
        grants.grant(Params.id("address", id), Params.text("login", login));
        return Response.noContent().build();
    }

    @DELETE
    @Path("extranet-users/{login}")
    @Operation(summary = "Takes the address from an extranet user")
    @APIResponse(responseCode = "204", description = "no longer sees it, unless the whole tier was granted")
    @APIResponse(responseCode = "403", description = "only administrators and sales managers")
    @APIResponse(responseCode = "404", description = "the address does not exist for this caller")
    public Response revoke(@PathParam("id") String id, @PathParam("login") String login) {
        grants.revoke(Params.id("address", id), Params.text("login", login));
        return Response.noContent().build();
    }

    /** A missing address is a 404 before a missing If-Match is a 428. */
    private long version(String id) {
        var address = addresses.get(Params.id("address", id));
        return answers.requiredVersion("address", address.id());
    }

    private Response changed(AddressView address) {
        return answers.changed(address, address.version());
    }
}
