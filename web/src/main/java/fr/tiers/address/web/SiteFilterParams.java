package fr.tiers.address.web;

import fr.tiers.address.SiteFilter;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.kernel.web.ParameterPrefix;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.web.TagFilterParams;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters of the list of sites; all of them must hold. */
public class SiteFilterParams extends TagFilterParams {

    @QueryParam("q")
    @Parameter(description = "words of name, town, postal code, tier or custom fields")
    private String q;

    @QueryParam("technician")
    @Parameter(description = "login of the preferred technician")
    private String technician;

    @Context
    @ParameterPrefix(FieldFilter.PREFIX)
    private UriInfo uri;

    SiteFilter filter() {
        return new SiteFilter(
                Params.text("q", q),
                Params.text("technician", technician),
                tagged(),
                FieldFilter.parse(uri.getQueryParameters()));
    }
}
