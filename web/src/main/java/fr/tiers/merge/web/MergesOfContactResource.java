package fr.tiers.merge.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.merge.MergeRun;
import fr.tiers.merge.Merges;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The merges whose survivor a contact is, over REST. */
@Path("contacts/{id}/merges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Merge")
public class MergesOfContactResource {

    @Inject
    private Merges merges;

    @GET
    @Operation(summary = "What has become a part of the contact", description = "Newest first; at most 200.")
    public Answers.Items<MergeRun> merges(@PathParam("id") String id) {
        return new Answers.Items<>(merges.ofContact(Params.id("contact", id)));
    }
}
