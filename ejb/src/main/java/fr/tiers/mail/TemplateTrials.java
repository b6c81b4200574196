package fr.tiers.mail;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Tries out a template that is being written: with a real record in it, and by mail to its writer. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class TemplateTrials {

    private static final int MOST = 10;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    Outbox outbox;

    @Inject
    TemplateService templates;

    @Inject
    @Any
    Instance<TemplateSamples> samples;

    /** @return records that a template of this purpose can be tried out with, as far as the caller may see them */
    public List<TemplateSample> samples(String purpose, String words) {
        return of(purpose)
                .map(each -> each.find(
                        purpose,
                        words == null ? "" : words.replaceAll("\\p{Cntrl}", " ").strip(),
                        MOST))
                .orElse(List.of());
    }

    /**
     * The text with a record in it.
     *
     * @throws BusinessException INVALID, naming an unknown token; NOT_FOUND for a record that is not the caller's to see
     */
    public Template render(TemplateCommand text, long sample) {
        var checked = templates.checked(text);
        return of(text.purpose())
                .map(each -> checked.render(each.values(text.purpose(), sample, text.language())))
                .orElseThrow(() -> BusinessException.notFound("mail-template", text.purpose()));
    }

    private Optional<TemplateSamples> of(String purpose) {
        return samples.stream()
                .filter(each -> each.purposes().contains(purpose))
                .findFirst();
    }

    /**
     * @param companyId whose name it is sent under; null for none in particular
     * @return the address it goes to
     * @throws BusinessException REFUSED {@code letter-own-address} when the caller has none
     */
    public String send(Template rendered, Long companyId) {
        var address = db.call(handle -> handle.createQuery("select email from app_user where id = :id and email <> ''")
                        .bind("id", callers.current().userId())
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> new BusinessException(Kind.REFUSED, "letter-own-address"));
        outbox.enqueue(OutgoingMail.about("TEMPLATE_TEST", UUID.randomUUID().toString())
                .company(companyId)
                .to(address)
                .says(rendered)
                .mail());
        return address;
    }
}
