package fr.tiers.tier.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.Search;
import fr.tiers.tier.SearchHit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one search box over REST; the top bar of the pages asks it while one types. */
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {

    @Inject
    private Search search;

    @Inject
    @Any
    private Instance<RecordTab> tabs;

    @Context
    private ServletContext application;

    /** @param url the page that shows it, with its tab open and its row marked */
    public record Hit(String kind, long id, long tierId, String title, String subtitle, String url) {}

    @GET
    @Operation(
            summary = "Tiers, contacts, invoices, events",
            description =
                    "Ranked, at most 20. Accents, case and order of words do not matter; numbers in any grouping.")
    public Answers.Items<Hit> find(@QueryParam("q") String q) {
        return new Answers.Items<>(
                search.find(Params.text("q", q)).stream().map(this::hit).toList());
    }

    private Hit hit(SearchHit hit) {
        var record = application.getContextPath() + "/tier/record.xhtml?id=" + hit.tierId();
        var page = tabs.stream()
                .filter(tab -> tab.shows().contains(hit.kind()))
                .findFirst()
                .map(tab -> record + "&tab=" + tab.feature() + "&show=" + hit.id())
                .orElse(record);
        return new Hit(hit.kind(), hit.id(), hit.tierId(), hit.title(), hit.subtitle(), page);
    }
}
