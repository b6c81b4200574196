package fr.tiers.mail;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Sends a template that is being written to its writer. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class TemplateTrials {

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    Outbox outbox;

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
