package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkActions;
import fr.tiers.bulk.BulkParameters;
import fr.tiers.bulk.BulkView;
import fr.tiers.bulk.BulkWish;
import fr.tiers.job.JobExecution;
import fr.tiers.job.web.ExecutionView;
import fr.tiers.job.web.JobTexts;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bulk actions on tiers over REST: plan, look, run, take back. */
@Path("bulk-actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk actions")
public class BulkActionResource {

    private static final String EXAMPLE =
            "{\"action\":\"ASSIGN_OWNER\",\"parameters\":{\"owner\":[\"sales\"]},\"filter\":{\"type\":[\"PROSPECT\"],\"city\":[\"Nantes\"]}}";

    @Inject
    private BulkActions bulks;

    @Inject
    private JobTexts jobTexts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /**
     * What is to be done to which tiers.
     *
     * @param action one of GET bulk-actions/offers
     * @param parameters what the action wants, by name, each with its values
     * @param ids at most 10,000; or filter
     * @param filter conditions of the list of tiers by name, each with its values; all that match at this moment
     */
    public record Wish(
            String action, Map<String, List<String>> parameters, List<Long> ids, Map<String, List<String>> filter) {}

    /**
     * An action that the caller may do with some tiers at least.
     *
     * @param undoable whether there is a way back
     */
    public record Offer(String action, boolean undoable) {}

    @GET
    @Operation(summary = "The bulk actions, newest first: one's own, for an administrator all")
    @APIResponse(responseCode = "200", description = "a page of the list")
    public Response list(@BeanParam Paging paging) {
        var page = bulks.list(paging.afterId(Long.MAX_VALUE), paging.limit());
        return answers.page(new Slice<>(
                page.items().stream().map(this::body).toList(), page.next(), page.total(), page.totalIsExact()));
    }

    @GET
    @Path("offers")
    @Operation(summary = "What can be done to many tiers at once")
    @APIResponse(responseCode = "200", description = "the actions that the caller has the right to")
    public Answers.Items<Offer> offers() {
        return new Answers.Items<>(bulks.offered().stream()
                .map(code -> new Offer(code, bulks.isUndoable(code)))
                .toList());
    }

    @POST
    @Operation(
            summary = "Plans a bulk action, changing nothing",
            description =
                    "Actions and their parameters: ASSIGN_OWNER owner (none: nobody); MOVE_TO_UNIT salesUnit; CHANGE_AGENCIES, "
                            + "CHANGE_COMPANIES, CHANGE_TYPES, CHANGE_TAGS add, remove; CLOSE reason; REOPEN; CONVERT to (PROSPECT or "
                            + "CUSTOMER). Either ids or filter; a filter takes the parameters of GET tiers and is settled now. What would "
                            + "change is found out in the background: follow status and counts, then look at …/rows.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "being planned; Location names it",
            content = @Content(schema = @Schema(implementation = BulkBody.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "the caller has the right with no tier at all")
    @APIResponse(responseCode = "409", description = "too many are under way")
    public Response plan(String body) {
        return answers.once(body, () -> {
            var view = bulks.plan(wish(Json.read(body, Wish.class)));
            return answers.created("bulk-actions/" + view.id(), body(view), view.version());
        });
    }

    private static BulkWish wish(Wish said) {
        var parameters = new BulkParameters(said.parameters());
        if ((said.ids() == null) == (said.filter() == null)) {
            throw BusinessException.invalid("ids", "bulk-ids-or-filter");
        }
        if (said.ids() != null) {
            return new BulkWish(said.action(), parameters, said.ids(), null, null);
        }
        var query = BulkSelections.read(said.filter());
        return new BulkWish(said.action(), parameters, null, query.filter(), query.toUrl());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A bulk action: how far it is, its rows by result")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = BulkBody.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response read(@PathParam("id") String id) {
        var view = bulks.get(bulkId(id));
        return answers.changed(body(view), view.version());
    }

    @POST
    @Path("{id}/run")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Does exactly what the plan says",
            description =
                    "If-Match is required. Each tier goes through the rights and rules of its own change; one that has changed since it was "
                            + "planned is listed as CHANGED_SINCE and left alone.")
    @APIResponse(
            responseCode = "202",
            description = "under way",
            content = @Content(schema = @Schema(implementation = BulkBody.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "not planned yet, run already, or too many are under way")
    @APIResponse(responseCode = "412", description = "somebody has gone on with it since")
    public Response run(@PathParam("id") String id, String body) {
        return start(id, body, bulks::run);
    }

    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes back what was done",
            description =
                    "If-Match is required. A tier that was touched since stays as it is (KEPT). Possible for 30 days.")
    @APIResponse(
            responseCode = "202",
            description = "under way",
            content = @Content(schema = @Schema(implementation = BulkBody.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "nothing was done, there is no way back, or it is too late")
    @APIResponse(responseCode = "412", description = "somebody has gone on with it since")
    public Response undo(@PathParam("id") String id, String body) {
        return start(id, body, bulks::undo);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Asks the run to stop; it keeps its place, and what was done stays done")
    @APIResponse(responseCode = "200", description = "the bulk action")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response cancel(@PathParam("id") String id, String body) {
        long it = bulkId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            return answers.done(200, body(bulks.cancel(it)));
        });
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Lets a stopped or failed run go on where it was")
    @APIResponse(responseCode = "200", description = "the bulk action")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "complete, or another one is in its place")
    public Response resume(@PathParam("id") String id, String body) {
        long it = bulkId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            return answers.done(200, body(bulks.resume(it)));
        });
    }

    @GET
    @Path("{id}/progress")
    @Operation(summary = "How far the last run is")
    @APIResponse(
            responseCode = "200",
            description = "progress, or the report of a run that has ended",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public ExecutionView progress(@PathParam("id") String id) {
        long it = bulkId(id);
        return execution(it, bulks.progress(it));
    }

    /** Starts a run. */
    @FunctionalInterface
    private interface Start {
        BulkView of(long id, long version);
    }

    private Response start(String id, String body, Start start) {
        long it = bulkId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            bulks.get(it);
            var started = start.of(it, answers.requiredVersion("bulk-action", it));
            return answers.done(202, body(started), started.version());
        });
    }

    private BulkBody body(BulkView view) {
        return BulkBody.of(view, view.run() == null ? null : execution(view.id(), view.run()));
    }

    private ExecutionView execution(long id, JobExecution run) {
        var errors = answers.location("bulk-actions/" + id + "/rows/report").toString();
        return ExecutionView.of(
                run, jobTexts.failure(run, ErrorMapper.locale(headers)), errors + "?result=NOT_APPLIED");
    }

    private record Nothing() {}

    private static void refuseContent(String body) {
        if (body != null && !body.isBlank()) {
            Json.read(body, Nothing.class);
        }
    }

    private static long bulkId(String id) {
        return Params.id("bulk-action", id);
    }
}
