package fr.tiers.tier;

import fr.tiers.organisation.Setting;
import fr.tiers.organisation.SettingSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a company may want otherwise about its tiers. */
@ApplicationScoped
public class TierSettings implements SettingSource {

    /** Whether a prospect that becomes a customer stays a prospect too. */
    public static final Setting CONVERSION_KEEPS_PROSPECT = Setting.flag("tier.conversion-keeps-prospect", false);

    @Override
    public List<Setting> settings() {
        return List.of(CONVERSION_KEEPS_PROSPECT);
    }
}
