package fr.tiers.document.web;

import fr.tiers.codelist.PlainList;
import fr.tiers.codelist.web.PlainListResource;
import fr.tiers.document.DocumentCategories;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The categories of documents over REST. */
@Path("document-categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentCategoryResource extends PlainListResource {

    @Inject
    private DocumentCategories list;

    @Override
    protected PlainList list() {
        return list;
    }
}
