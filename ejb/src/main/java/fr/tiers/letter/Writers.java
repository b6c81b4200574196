package fr.tiers.letter;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who writes: name, address and company of the caller. */
@ApplicationScoped
class Writers {

    private final Db db;
    private final Callers callers;

    protected Writers() {
        this(null, null);
    }

    @Inject
    Writers(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /**
     * @param email null when none is known
     * @param companyId null for somebody of no company
     */
    record Writer(String name, String email, Long companyId, String company) {

        /** @throws BusinessException REFUSED {@code letter-own-address} when none is known: answers must have somewhere to go */
        String requiredEmail() {
            if (email == null || email.isBlank()) {
                throw new BusinessException(Kind.REFUSED, "letter-own-address");
            }
            return email;
        }
    }

    Writer current() {
        var caller = callers.current();
        return db.call(handle -> handle.createQuery(
                        """
                        select u.display_name, u.email, u.company_id, c.name from app_user u left join company c on c.id = u.company_id
                        where u.id = :id
                        """)
                .bind("id", caller.userId())
                .map((row, context) -> new Writer(
                        row.getString("display_name"),
                        row.getString("email"),
                        row.getObject("company_id", Long.class),
                        row.getString("name")))
                .findOne()
                .orElseGet(() -> new Writer(caller.displayName(), null, null, null)));
    }
}
