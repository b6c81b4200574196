package fr.tiers.tier;

import java.util.List;
import java.util.Map;

/** Receives, feature by feature, what is kept about a tier (GDPR, article 15). */
@FunctionalInterface
public interface PersonalDataExport {

    /**
     * @param section the feature's name
     * @param rows one map per row, column to value
     */
    void section(String section, List<Map<String, Object>> rows);
}
