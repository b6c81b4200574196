package fr.tiers.relation.web;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.relation.GroupFigures;
import fr.tiers.relation.GroupQuery;
import fr.tiers.relation.RelationCommand;
import fr.tiers.relation.RelationFilter;
import fr.tiers.relation.RelationTree;
import fr.tiers.relation.RelationTrees;
import fr.tiers.relation.Relations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The relations of a tier, and its place in the tree of parents. */
@Path("tiers/{id}/relations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Relations")
public class TierRelationResource {

    @Inject
    private Relations relations;

    @Inject
    private RelationTrees trees;

    @Inject
    private GroupQuery groups;

    @Inject
    private TierAccess access;

    @Inject
    private Answers answers;

    @PathParam("id")
    private String id;

    /**
     * The tree around a tier and the figures over it and all below it.
     *
     * @param outstanding null for a role that sees no receivables
     */
    public record Group(RelationTree tree, GroupFigures turnover, GroupFigures outstanding) {}

    @GET
    @Operation(
            summary = "The relations of a tier, from whichever side",
            description = "Those in force first, then by type and name; only with tiers that the caller may see.")
    @APIResponse(responseCode = "200", description = "seen from this tier")
    @APIResponse(responseCode = "400", description = "limit, after or a filter makes no sense")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(
            @QueryParam("type") @Parameter(description = "code of a relation type") String type,
            @QueryParam("inForce") @Parameter(description = "true: in force today; false: the others") String inForce,
            @BeanParam Paging paging) {
        var filter = new RelationFilter(Params.text("type", type), Params.bool("inForce", inForce));
        return answers.page(relations.ofTier(tierId(), filter, paging.after(), paging.limit()));
    }

    @POST
    @Operation(
            summary = "Relates the tier to another one",
            description =
                    "side says what this tier is in the relation: FIRST (default) reads the label of the type, SECOND its inverse.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RelationCommand.class),
                            example = RelationResource.EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "right-missing: EDIT")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(
            responseCode = "409",
            description = "relation-double: the same relation is in force on some of these days")
    public Response create(String body) {
        long tierId = tierId();
        return answers.once(body, () -> {
            var relation = relations.add(tierId, Json.read(body, RelationCommand.class));
            return answers.created("relations/" + relation.id(), relation, relation.version());
        });
    }

    @GET
    @Path("tree")
    @Operation(
            summary = "Ancestors, siblings and children; turnover and outstanding over the tier and all below it",
            description =
                    "Tiers that the caller may not see are left out of the tree and the sums; hidden says how many of the tiers "
                            + "below that is. outstanding is null without the right to see it.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Group.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response tree() {
        long tierId = tierId();
        boolean owing = access.may(tierId, Action.SEE_OUTSTANDING);
        return answers.read(
                new Group(trees.of(tierId), groups.turnover(tierId), owing ? groups.outstanding(tierId) : null));
    }

    private long tierId() {
        return Params.id("tier", id);
    }
}
