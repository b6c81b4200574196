package fr.tiers.document.web;

import fr.tiers.document.DocumentTagUse;
import fr.tiers.tag.web.WornTagResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags of a document over REST. */
@Path("documents/{id}/tags")
@RequestScoped
@Tag(name = "Tags")
public class DocumentTagResource extends WornTagResource {

    public DocumentTagResource() {
        super(DocumentTagUse.OBJECT, "document", "documents");
    }
}
