package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobOverview;
import fr.tiers.job.Jobs;
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
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs over REST: start one, follow it, stop it, let it go on. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Jobs")
public class JobResource {

    @Inject
    private Jobs jobs;

    @Inject
    private JobTexts texts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /**
     * A job that can be started.
     *
     * @param schedule {@code HH:mm} or five fields of cron; null when it does not start by itself
     * @param last its latest run, null when it never ran
     */
    public record Job(String name, String description, String schedule, Instant nextStart, ExecutionView last) {}

    private record Nothing() {}

    @GET
    @Operation(summary = "The jobs there are, each with its latest run")
    @APIResponse(responseCode = "200", description = "every job")
    @APIResponse(responseCode = "403", description = "the caller's role has nothing to do with jobs")
    public Answers.Items<Job> list() {
        return new Answers.Items<>(jobs.catalogue().stream().map(this::job).toList());
    }

    @POST
    @Path("{name}/executions")
    @Operation(summary = "Starts a job", description = "The answer comes at once; follow the run at Location.")
    @APIResponse(
            responseCode = "201",
            description = "started; Location names the run",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "403", description = "only administrators start jobs")
    @APIResponse(responseCode = "404", description = "no such job")
    @APIResponse(responseCode = "409", description = "a run of it is under way, here or on another node")
    @APIResponse(responseCode = "422", description = "the Idempotency-Key came with another request before")
    public Response start(@PathParam("name") String name, String body) {
        return answers.once(body, () -> {
            refuseContent(body);
            var run = view(jobs.start(name, Map.of()));
            return answers.created("jobs/executions/" + run.id(), run, null);
        });
    }

    @GET
    @Path("executions")
    @Operation(summary = "The runs of all jobs, newest first")
    @APIResponse(responseCode = "200", description = "a page of the list")
    @APIResponse(responseCode = "400", description = "limit or after make no sense")
    @APIResponse(responseCode = "403", description = "the caller's role has nothing to do with jobs")
    public Response executions(@BeanParam Paging paging) {
        var page = jobs.executions(paging.after(), paging.limit());
        var items = page.items().stream().map(this::view).toList();
        return answers.page(new Slice<>(items, page.next(), page.total(), page.totalIsExact()));
    }

    @GET
    @Path("executions/{id}")
    @Operation(summary = "How far a run is")
    @APIResponse(
            responseCode = "200",
            description = "progress, or the report of a run that has ended",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "404", description = "no such run")
    public ExecutionView execution(@PathParam("id") String id) {
        return view(jobs.execution(runId(id)));
    }

    @POST
    @Path("executions/{id}/stop")
    @Operation(
            summary = "Asks a run to stop",
            description =
                    "It does within one item and keeps its place. Asking twice, or after the end, changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "the run; STOPPED follows",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "403", description = "only administrators stop jobs")
    @APIResponse(responseCode = "404", description = "no such run")
    public Response stop(@PathParam("id") String id, String body) {
        return change(id, body, jobs::stop);
    }

    @POST
    @Path("executions/{id}/restart")
    @Operation(summary = "Lets a failed or stopped run go on where it was")
    @APIResponse(
            responseCode = "200",
            description = "the same run, under way again",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "403", description = "only administrators restart jobs")
    @APIResponse(responseCode = "404", description = "no such run")
    @APIResponse(responseCode = "409", description = "it is complete, or a run of the job is under way")
    public Response restart(@PathParam("id") String id, String body) {
        return change(id, body, jobs::restart);
    }

    private Response change(String id, String body, LongFunction<JobExecution> change) {
        long runId = runId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            return answers.done(200, view(change.apply(runId)));
        });
    }

    /** There is nothing to say yet: no body, or an empty object. */
    private void refuseContent(String body) {
        if (body == null || body.isBlank()) {
            return;
        }
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())) {
            throw new NotSupportedException();
        }
        Json.read(body, Nothing.class);
    }

    private Job job(JobOverview overview) {
        var job = overview.job();
        var last = overview.last() == null ? null : view(overview.last());
        var description = texts.description(job.name(), ErrorMapper.locale(headers));
        return new Job(job.name(), description, job.schedule(), job.nextStart(), last);
    }

    private ExecutionView view(JobExecution run) {
        var errors = answers.location("jobs/executions/" + run.id() + "/errors").toString();
        return ExecutionView.of(run, texts.failure(run, ErrorMapper.locale(headers)), errors);
    }

    private static long runId(String id) {
        return Params.id("job-execution", id);
    }
}
