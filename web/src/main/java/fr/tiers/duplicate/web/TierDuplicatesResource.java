package fr.tiers.duplicate.web;

import fr.tiers.duplicate.DuplicateFinder;
import fr.tiers.duplicate.DuplicateVerdict;
import fr.tiers.duplicate.DuplicateVerdicts;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.DuplicateCandidate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who a tier may be as well, over REST. */
@Path("tiers/{id}/duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
public class TierDuplicatesResource {

    @Inject
    private DuplicateFinder finder;

    @Inject
    private DuplicateVerdicts verdicts;

    @GET
    @Operation(
            summary = "Tiers that may be the same party as this one",
            description = "Compared now; best first, at most ten. Those that somebody said are not are left out.")
    public Answers.Items<DuplicateCandidate> candidates(@PathParam("id") String id) {
        return new Answers.Items<>(finder.ofTier(Params.id("tier", id)));
    }

    @GET
    @Path("verdicts")
    @Operation(summary = "Tiers that somebody said are not this one", description = "Newest first, at most 200.")
    public Answers.Items<DuplicateVerdict> different(@PathParam("id") String id) {
        return new Answers.Items<>(verdicts.ofTier(Params.id("tier", id)));
    }
}
