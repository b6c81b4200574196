package fr.tiers.tier.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.Duplicates;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierPast;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tiers over REST. */
@Path("tiers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class TierResource {

    private static final String EXAMPLE =
            "{\"name\":\"Boulangerie Martin\",\"types\":[\"PROSPECT\"],\"siret\":\"73282932000074\"}";

    @Inject
    private TierService tiers;

    @Inject
    private TierPast past;

    @Inject
    private TierSearch search;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "The tiers the caller may see",
            description = "Filters are combined with AND; the total stops at 10 000.")
    public Response list(
            @BeanParam TierFilterParams filter,
            @BeanParam Paging paging,
            @QueryParam("sort") @DefaultValue("name") String sort) {
        return answers.page(search.page(filter.filter(), TierOrder.parse(sort), paging.after(), paging.limit()));
    }

    @POST
    @Operation(
            summary = "Creates a tier",
            description = "Name and one type are enough. The code is given by the numbering rule.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TierData.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(
            responseCode = "409",
            description =
                    "tier-duplicate: the SIRET is known, or a candidate reaches refuseFrom; candidates say where and why")
    public Response create(
            @BeanParam DuplicateParams duplicate,
            @QueryParam("legacyCode")
                    @Parameter(
                            description =
                                    "true: the code was brought along from another software and need not fit the mask; administrators only")
                    String legacyCode,
            String body) {
        var consent = duplicate.consent();
        boolean legacy = Boolean.TRUE.equals(Params.bool("legacyCode", legacyCode));
        return answers.once(body, () -> {
            var data = Json.read(body, TierData.class);
            var tier = legacy ? tiers.createLegacy(data, consent) : tiers.create(data, consent);
            return answers.created("tiers/" + tier.id(), tier, tier.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One tier",
            description =
                    "With asOf as it stood at the end of that day, rebuilt from its history: same body, no ETag; version is today's.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TierView.class)),
            description = "with its version as ETag")
    @APIResponse(responseCode = "400", description = "asOf is no day, or still to come")
    @APIResponse(responseCode = "404", description = "does not exist for this caller, or did not yet on that day")
    public Response read(
            @PathParam("id") String id,
            @QueryParam("asOf") @Parameter(description = "a past day", example = "2026-01-31") String asOf) {
        if (asOf != null) {
            return Response.ok(past.get(Params.id("tier", id), Params.day("asOf", asOf)))
                    .build();
        }
        var tier = tiers.get(Params.id("tier", id));
        return answers.read(tier, tier.version());
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Replaces everything writable",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TierData.class), example = EXAMPLE))
    public Response replace(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        tiers.get(tierId);
        long version = answers.requiredVersion("tier", tierId);
        var tier = tiers.update(tierId, version, Json.read(body, TierData.class));
        return answers.changed(tier, tier.version());
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes some fields", description = "JSON Merge Patch (RFC 7396): null empties a field.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TierData.class),
                            example = "{\"phone\":\"01 99 00 12 34\"}"))
    public Response patch(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        var current = TierMapping.toData(tiers.get(tierId));
        long version = answers.requiredVersion("tier", tierId);
        var tier = tiers.update(tierId, version, Json.mergePatch(current, body, TierData.class));
        return answers.changed(tier, tier.version());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a tier that nothing forbids to delete")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "409", description = "violations name what hangs on it")
    public Response delete(@PathParam("id") String id) {
        long tierId = Params.id("tier", id);
        tiers.get(tierId);
        tiers.delete(tierId, answers.requiredVersion("tier", tierId));
        return Response.noContent().build();
    }

    @GET
    @Path("duplicates")
    @Operation(
            summary = "Tiers that may be the same party",
            description = "Best first, with a score of 0 to 100, the reasons and what speaks against it; at most ten.")
    public Answers.Items<DuplicateCandidate> duplicates(
            @QueryParam("name") String name,
            @QueryParam("siren") String siren,
            @QueryParam("siret") String siret,
            @QueryParam("email") String email,
            @QueryParam("phone") String phone,
            @QueryParam("website") String website,
            @QueryParam("vatNumber") String vatNumber,
            @QueryParam("postalCode") String postalCode) {
        var data = new TierData();
        data.setName(Params.text("name", name));
        data.setSiren(Params.text("siren", siren));
        data.setSiret(Params.text("siret", siret));
        data.setEmail(Params.text("email", email));
        data.setPhone(Params.text("phone", phone));
        data.setWebsite(Params.text("website", website));
        data.setVatNumber(Params.text("vatNumber", vatNumber));
        data.getAddress().setPostalCode(Params.text("postalCode", postalCode));
        return new Answers.Items<>(duplicates.of(data, null));
    }
}
