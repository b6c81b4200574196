package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** What a merge of people needs of the contacts. Who may do it has been asked before. */
@ApplicationScoped
public class PersonUnion {

    private static final Visibility EVERYWHERE = Visibility.of(Caller.SYSTEM);

    private final Db db;
    private final Clock clock;
    private final ContactAccess access;
    private final ContactRows rows;
    private final MainContact main;
    private final IndividualSync individuals;
    private final CustomFields fields;

    protected PersonUnion() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public PersonUnion(
            Db db,
            Clock clock,
            ContactAccess access,
            ContactRows rows,
            MainContact main,
            IndividualSync individuals,
            CustomFields fields) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.rows = rows;
        this.main = main;
        this.individuals = individuals;
        this.fields = fields;
    }

    /** Whether the person exists for the caller. */
    public boolean sees(long person) {
        return access.sees(person);
    }

    /** @throws fr.tiers.kernel.BusinessException as for every change of the person */
    public void requireEditable(long person) {
        access.requireEditable(person);
    }

    /** Where the person works, also at tiers that the caller does not see. */
    public List<ContactLinkView> links(long person) {
        return rows.ofPerson(person, EVERYWHERE);
    }

    /** Nobody changes who works where at their tiers until the end of the transaction. */
    public void lockTiers(Collection<Long> people) {
        db.run(handle -> handle.execute("set local lock_timeout = '3s'"));
        main.lock(people.stream()
                .flatMap(id -> rows.tiersOf(id).stream())
                .distinct()
                .toList());
    }

    /** What the survivor becomes without anybody choosing: custom values nobody saw, opt-outs, the account, whose it is. */
    public void unite(long from, long to) {
        var custom = fields.joined(ContactFieldOwner.OBJECT, rows.custom(to), rows.custom(from));
        var account = db.call(
                handle -> handle.createQuery("select user_id from contact where id = :from and user_id is not null")
                        .bind("from", from)
                        .mapTo(Long.class)
                        .findOne());
        db.run(handle -> {
            // whose it is must be said once
            handle.execute("update contact set user_id = null where id = ? and user_id is not null", from);
            handle.createUpdate(
                            """
                            update contact t set version = t.version + 1, custom = cast(:custom as jsonb), updated_at = :now,
                                   user_id = coalesce(t.user_id, :account), custodian_id = coalesce(t.custodian_id, f.custodian_id),
                                   do_not_call = t.do_not_call or f.do_not_call, do_not_email = t.do_not_email or f.do_not_email
                            from contact f where t.id = :to and f.id = :from
                            """)
                    .bind("custom", FieldJson.write(custom))
                    .bind("account", account.orElse(null))
                    .bind("now", clock.instant())
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
        });
    }

    public void remove(long person) {
        db.run(handle -> handle.execute("delete from contact where id = ?", person));
    }

    /** The records of private persons for whom this one stands say the same. */
    public void giveToTiers(long person) {
        rows.tiersOf(person).forEach(individuals::giveToTier);
    }
}
