package fr.tiers.tag;

import fr.tiers.organisation.Setting;
import fr.tiers.organisation.SettingSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who may publish tags, who may manage them. */
@ApplicationScoped
public class TagSettings implements SettingSource {

    /** Groups whose members may create a tag while tagging; managers always may. */
    static final Setting PUBLISHERS = Setting.groups("tag.publishers");

    /** The roles that manage; each choice includes the ones before it. */
    static final Setting MANAGERS = Setting.choice("tag.managers", "ADMINISTRATOR", "SALES_MANAGER", "MARKETING");

    @Override
    public List<Setting> settings() {
        return List.of(PUBLISHERS, MANAGERS);
    }
}
