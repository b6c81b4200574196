package fr.tiers.collaborator;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What merge, delete, anonymise and export mean for those who see a tier from outside. */
@ApplicationScoped
public class ExtranetAttachment extends TableAttachment {

    protected ExtranetAttachment() {
        this(null);
    }

    @Inject
    public ExtranetAttachment(Db db) {
        super(db, "extranet", "extranet_grant");
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                delete from extranet_grant f using extranet_grant t
                where f.tier_id = :from and t.tier_id = :to and t.user_id = f.user_id
                """,
                fromTierId,
                toTierId);
        super.reattach(fromTierId, toTierId);
    }

    /** Whoever looked in from outside does so no longer. */
    @Override
    public void anonymise(long tierId) {
        delete(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select u.login, u.display_name as name, u.email from extranet_grant g join app_user u on u.id = g.user_id
                where g.tier_id = :tier order by u.display_name
                """,
                tierId,
                out);
    }
}
