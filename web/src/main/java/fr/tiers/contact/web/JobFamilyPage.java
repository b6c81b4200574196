package fr.tiers.contact.web;

import fr.tiers.codelist.web.PlainListPage;
import fr.tiers.contact.JobFamilies;
import fr.tiers.kernel.web.Refusals;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The families of jobs. */
@Named("jobFamilyPage")
@ViewScoped
public class JobFamilyPage extends PlainListPage {

    private static final long serialVersionUID = 1L;

    protected JobFamilyPage() {
        this(null, null);
    }

    @Inject
    public JobFamilyPage(JobFamilies list, Refusals refusals) {
        super(list, refusals);
    }
}
