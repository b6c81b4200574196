package fr.tiers.organisation;

import java.util.List;

/** Offered as a CDI bean by each feature that has functional settings: the administration page and REST show them all. */
public interface SettingSource {

    List<Setting> settings();
}
