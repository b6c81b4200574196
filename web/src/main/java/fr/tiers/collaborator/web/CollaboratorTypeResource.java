package fr.tiers.collaborator.web;

import fr.tiers.codelist.PlainList;
import fr.tiers.codelist.web.PlainListResource;
import fr.tiers.collaborator.CollaboratorTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The types of collaborators over REST. */
@Path("collaborator-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborators")
public class CollaboratorTypeResource extends PlainListResource {

    @Inject
    private CollaboratorTypes list;

    @Override
    protected PlainList list() {
        return list;
    }
}
