package fr.tiers.contact;

import fr.tiers.codelist.PlainList;
import jakarta.ejb.Stateless;

/** The families of jobs, for filters and statistics; the title is what the card says. */
@Stateless
public class JobFamilies extends PlainList {

    /** General management: what counts for the quality of a tier, whatever its labels say. */
    public static final String MANAGEMENT = "MANAGEMENT";

    public JobFamilies() {
        super("job-family", "contact_job_family", "select 1 from contact_link where job_family = :code");
    }

    @Override
    protected boolean isNeeded(String code) {
        return MANAGEMENT.equals(code);
    }
}
