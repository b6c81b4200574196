package fr.tiers.mail;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the template of a mail: the company's own before the default, the wanted language before French. */
@ApplicationScoped
public class MailTemplates {

    private final Db db;

    protected MailTemplates() {
        this(null);
    }

    @Inject
    public MailTemplates(Db db) {
        this.db = db;
    }

    /**
     * @param companyId null for the default
     * @throws BusinessException REFUSED {@code template-missing}, naming purpose and company, when neither the company nor all companies
     *     have one
     */
    public Template find(Long companyId, String purpose, String language) {
        return lookUp(companyId, purpose, language)
                .orElseThrow(() -> new BusinessException(Kind.REFUSED, "template-missing", purpose, name(companyId)));
    }

    private Optional<Template> lookUp(Long companyId, String purpose, String language) {
        return db.call(handle -> handle.createQuery(
                        """
                        select subject, body, html from mail_template
                        where purpose = :purpose and language in (:language, 'fr') and (company_id is null or company_id = :company)
                        order by language = :language desc, company_id nulls last
                        limit 1
                        """)
                .bind("purpose", purpose)
                .bind("language", language)
                .bind("company", companyId)
                .map((row, context) ->
                        new Template(row.getString("subject"), row.getString("body"), row.getString("html")))
                .findOne());
    }

    private String name(Long companyId) {
        return db.call(handle -> handle.createQuery("select name from company where id = :id")
                .bind("id", companyId)
                .mapTo(String.class)
                .findOne()
                .orElse("—"));
    }
}
