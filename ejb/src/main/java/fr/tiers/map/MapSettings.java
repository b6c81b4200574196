package fr.tiers.map;

import fr.tiers.kernel.BusinessException;
import fr.tiers.organisation.Setting;
import fr.tiers.organisation.SettingSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;

/** Whose pictures lie under the map. Without any, the outlines that we ship are all there is. */
@ApplicationScoped
public class MapSettings implements SettingSource {

    /** Where tiles come from, with {z}, {x} and {y}; empty for none. */
    static final Setting TILES = Setting.text("map.tiles", MapSettings::checkTemplate);

    /** Whom they are to be credited to. */
    static final Setting CREDIT = Setting.text("map.credit", MapSettings::checkCredit);

    private static final Pattern TEMPLATE = Pattern.compile(
            "https?://[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\\d{1,5})?/[\\w.~!*'()@:%/?&=+{}-]*",
            Pattern.CASE_INSENSITIVE);
    private static final int MAX_CREDIT = 200;

    @Override
    public List<Setting> settings() {
        return List.of(TILES, CREDIT);
    }

    private static void checkTemplate(String text) {
        boolean complete = text.contains("{z}") && text.contains("{x}") && text.contains("{y}");
        if (!text.isEmpty()
                && (text.length() > Setting.MAX_TEXT || !TEMPLATE.matcher(text).matches() || !complete)) {
            throw BusinessException.invalid("value", "map-tiles-template");
        }
    }

    private static void checkCredit(String text) {
        if (text.length() > MAX_CREDIT) {
            throw BusinessException.invalid("value", "too-long", MAX_CREDIT);
        }
    }
}
