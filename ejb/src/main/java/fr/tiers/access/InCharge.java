package fr.tiers.access;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Who answers for a tier: its owner and those who represent us there today, as far as they may see it. */
@ApplicationScoped
public class InCharge {

    private final Db db;
    private final Clock clock;

    protected InCharge() {
        this(null, null);
    }

    @Inject
    public InCharge(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param email null for somebody without one
     * @param companyId null for somebody of no company
     */
    public record Person(long id, String login, String displayName, String email, String language, Long companyId) {}

    /** @return active users, by id */
    public List<Person> of(long tierId) {
        return db
                .call(handle -> handle.createQuery(
                                """
                                select u.id, u.login, u.display_name, u.email, u.language, u.company_id from app_user u
                                where u.active
                                  and (u.id = (select t.owner_id from tier t where t.id = :tier)
                                       or exists (select 1 from tier_representative r where r.tier_id = :tier and r.user_id = u.id
                                                  and cast(:today as date) between coalesce(r.from_date, '-infinity')
                                                                               and coalesce(r.to_date, 'infinity')))
                                order by u.id
                                """)
                        .bind("tier", tierId)
                        .bind("today", LocalDate.now(clock))
                        .map((row, context) -> new Person(
                                row.getLong("id"),
                                row.getString("login"),
                                row.getString("display_name"),
                                row.getString("email"),
                                row.getString("language"),
                                row.getObject("company_id", Long.class)))
                        .list())
                .stream()
                .filter(person -> sees(person, tierId))
                .toList();
    }

    /** Whether the person may see the tier, by the rule that holds for everybody. */
    public boolean sees(Person person, long tierId) {
        return db.call(handle -> UserAccounts.find(handle, person.login(), LocalDate.now(clock))
                .map(Visibility::of)
                .map(visibility -> visibility
                        .bind(handle.createQuery("select exists (select 1 from tier t where t.id = :id and "
                                + visibility.predicate("t") + ")"))
                        .bind("id", tierId)
                        .mapTo(Boolean.class)
                        .one())
                .orElse(false));
    }
}
