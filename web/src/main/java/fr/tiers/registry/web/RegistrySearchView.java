package fr.tiers.registry.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.registry.CompanyDirectory;
import fr.tiers.registry.CompanyPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Utils;

/** One page of the official directory; the URL says which. */
@Named("registrySearch")
@RequestScoped
public class RegistrySearchView {

    private final CompanyDirectory directory;
    private final Refusals refusals;
    private String query;
    private String pageText;
    private CompanyPage page;
    private BusinessException refusal;

    protected RegistrySearchView() {
        this(null, null);
    }

    @Inject
    public RegistrySearchView(CompanyDirectory directory, Refusals refusals) {
        this.directory = directory;
        this.refusals = refusals;
    }

    public void load() {
        if (query == null || query.isBlank()) {
            return;
        }
        refusal = Refusals.refusalOf(() -> page = directory.search(query, number()))
                .orElse(null);
        if (refusal != null && refusal.kind() == Kind.FORBIDDEN) {
            Faces.responseSendError(403, refusal.code());
        }
    }

    private int number() {
        return pageText != null && pageText.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(pageText)) : 1;
    }

    /** Null before anything was searched, and when the search failed. */
    public CompanyPage getPage() {
        return page;
    }

    public boolean isNothingFound() {
        return page != null && page.items().isEmpty();
    }

    /** The directory does not answer: to try again makes sense. */
    public boolean isUnavailable() {
        return refusal != null && refusal.kind() == Kind.UNAVAILABLE;
    }

    /** What is wrong with the question, or why there is no answer; null when all is well. */
    public String getProblem() {
        return refusal == null ? null : refusals.sentence(refusal);
    }

    public boolean isMore() {
        return page != null && page.page() < page.pages();
    }

    public String url(int number) {
        return "search.xhtml?q=" + Utils.encodeURL(query) + (number > 1 ? "&page=" + number : "");
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getPageText() {
        return pageText;
    }

    public void setPageText(String pageText) {
        this.pageText = pageText;
    }
}
