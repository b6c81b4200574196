package fr.tiers.contact;

import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Writes the rows of people and links. Decides nothing: who may do it and what follows is the services' part. */
@ApplicationScoped
public class ContactWriter {

    private final Db db;
    private final Clock clock;

    protected ContactWriter() {
        this(null, null);
    }

    @Inject
    public ContactWriter(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    long insertPerson(PersonCommand person, Long custodian) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into contact (civility, last_name, first_name, birthday, language, linkedin, facebook, x, notes,
                               do_not_call, do_not_email, active, user_id, custodian_id, custom, created_at, updated_at)
                        values (:civility, :lastName, :firstName, :birthday, :language, :linkedin, :facebook, :x, :notes,
                               :doNotCall, :doNotEmail, :active, :account, :custodian, cast(:values as jsonb), :now, :now) returning id
                        """)
                .bindMethods(person)
                .bind("account", account(person.extranetLogin()))
                .bind("values", FieldJson.write(person.custom()))
                .bind("custodian", custodian)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    /** @throws BusinessException STALE when somebody else was faster */
    void updatePerson(long id, long version, PersonCommand person) {
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update contact set version = version + 1, civility = :civility, last_name = :lastName,
                               first_name = :firstName, birthday = :birthday, language = :language, linkedin = :linkedin,
                               facebook = :facebook, x = :x, notes = :notes, do_not_call = :doNotCall,
                               do_not_email = :doNotEmail, active = :active, user_id = :account,
                               custom = cast(:values as jsonb), updated_at = :now
                        where id = :id and version = :version
                        """)
                .bindMethods(person)
                .bind("account", account(person.extranetLogin()))
                .bind("values", FieldJson.write(person.custom()))
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("contact", id);
        }
    }

    /** @throws BusinessException INVALID for a login that is not that of an extranet user */
    private Long account(String login) {
        if (login == null) {
            return null;
        }
        return db.call(handle -> handle.createQuery(
                                """
                                select u.id from app_user u join app_user_role r on r.user_id = u.id and r.role = 'EXTRANET'
                                where u.login = lower(:login)
                                """)
                        .bind("login", login)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("extranetLogin", "unknown-reference", login));
    }

    void deletePerson(long id, long version) {
        int deleted = db.call(handle -> handle.createUpdate("delete from contact where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (deleted == 0) {
            throw BusinessException.stale("contact", id);
        }
    }

    /** Not the main one yet: that is {@link MainContact}'s decision. */
    long insertLink(long contactId, long tierId, LinkCommand link) {
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into contact_link (contact_id, tier_id, role, job_title, job_family, department, decision_role, email,
                               phone, mobile, active, from_date, to_date, reports_to)
                        values (:contactId, :tierId, :role, :jobTitle, :jobFamily, :department, :decides, :email,
                               :phone, :mobile, :active, :from, :to, :reportsTo) returning id
                        """)
                .bindMethods(link)
                .bind("decides", name(link.decisionRole()))
                .bind("contactId", contactId)
                .bind("tierId", tierId)
                .mapTo(Long.class)
                .one());
        writeAvailability(id, link.availability());
        return id;
    }

    /** @throws BusinessException STALE when somebody else was faster */
    void updateLink(long id, long version, LinkCommand link) {
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update contact_link set version = version + 1, role = :role, job_title = :jobTitle,
                               job_family = :jobFamily, department = :department, decision_role = :decides, email = :email,
                               phone = :phone, mobile = :mobile, active = :active, from_date = :from, to_date = :to,
                               reports_to = :reportsTo
                        where id = :id and version = :version
                        """)
                .bindMethods(link)
                .bind("decides", name(link.decisionRole()))
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("contact", id);
        }
        writeAvailability(id, link.availability());
    }

    private void writeAvailability(long linkId, List<Slot> slots) {
        db.run(handle -> {
            handle.execute("delete from contact_availability where link_id = ?", linkId);
            for (var slot : slots) {
                handle.execute(
                        "insert into contact_availability (link_id, weekday, from_time, to_time) values (?, ?, ?, ?)",
                        linkId,
                        slot.day().getValue(),
                        slot.from(),
                        slot.to());
            }
        });
    }

    /** Whoever reported to this one reports to the superior from now on; whoever is left without any link keeps a custodian. */
    void deleteLink(ContactLinkView link, Long custodian) {
        db.run(handle -> {
            handle.createUpdate(
                            "update contact_link set version = version + 1, reports_to = :superior where reports_to = :id")
                    .bind("superior", link.reportsTo())
                    .bind("id", link.id())
                    .execute();
            int deleted =
                    handle.execute("delete from contact_link where id = ? and version = ?", link.id(), link.version());
            if (deleted == 0) {
                throw BusinessException.stale("contact", link.id());
            }
            handle.execute("update contact set custodian_id = ? where id = ?", custodian, link.contactId());
        });
    }

    /** What a private person's tier and its contact have in common. */
    void writeIdentity(long contactId, long linkId, Identity person) {
        db.run(handle -> {
            handle.createUpdate(
                            """
                            update contact set version = version + 1, civility = :civility, last_name = :lastName,
                                   first_name = :firstName
                            where id = :id
                            """)
                    .bindMethods(person)
                    .bind("id", contactId)
                    .execute();
            handle.createUpdate(
                            """
                            update contact_link set version = version + 1, email = :email, phone = :phone, mobile = :mobile
                            where id = :id
                            """)
                    .bindMethods(person)
                    .bind("id", linkId)
                    .execute();
        });
    }

    private static String name(DecisionRole role) {
        return role == null ? null : role.name();
    }
}
