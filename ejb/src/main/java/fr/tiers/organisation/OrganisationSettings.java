package fr.tiers.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a company may want otherwise about its people. */
@ApplicationScoped
public class OrganisationSettings implements SettingSource {

    /** Who may own or represent a tier: the members of these groups, or everybody. */
    public static final Setting ASSIGNABLE_GROUPS = Setting.groups("organisation.assignable-groups");

    @Override
    public List<Setting> settings() {
        return List.of(ASSIGNABLE_GROUPS);
    }
}
