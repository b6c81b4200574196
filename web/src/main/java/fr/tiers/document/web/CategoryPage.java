package fr.tiers.document.web;

import fr.tiers.codelist.web.PlainListPage;
import fr.tiers.document.DocumentCategories;
import fr.tiers.kernel.web.Refusals;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The categories of documents. */
@Named("categoryPage")
@ViewScoped
public class CategoryPage extends PlainListPage {

    private static final long serialVersionUID = 1L;

    protected CategoryPage() {
        this(null, null);
    }

    @Inject
    public CategoryPage(DocumentCategories list, Refusals refusals) {
        super(list, refusals);
    }
}
