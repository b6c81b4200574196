package fr.tiers.contact.web;

import fr.tiers.codelist.PlainList;
import fr.tiers.codelist.web.PlainListResource;
import fr.tiers.contact.JobFamilies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The families of jobs over REST. */
@Path("job-families")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class JobFamilyResource extends PlainListResource {

    @Inject
    private JobFamilies list;

    @Override
    protected PlainList list() {
        return list;
    }
}
