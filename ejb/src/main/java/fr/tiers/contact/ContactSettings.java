package fr.tiers.contact;

import fr.tiers.organisation.Setting;
import fr.tiers.organisation.SettingSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a company may want otherwise about its contacts. */
@ApplicationScoped
public class ContactSettings implements SettingSource {

    /** Whether the name of a private person becomes the first contact of the tier. */
    public static final Setting CREATE_FROM_INDIVIDUAL = Setting.flag("contact.create-from-individual", true);

    /** Whether that contact and the tier keep the same name, e-mail and numbers. */
    public static final Setting SYNC_INDIVIDUAL = Setting.flag("contact.sync-individual", true);

    @Override
    public List<Setting> settings() {
        return List.of(CREATE_FROM_INDIVIDUAL, SYNC_INDIVIDUAL);
    }
}
