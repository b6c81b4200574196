package fr.tiers.numbering;

import fr.tiers.organisation.Setting;
import fr.tiers.organisation.SettingSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which ranges are used, and when the fiscal year begins. */
@ApplicationScoped
public class NumberingSettings implements SettingSource {

    /** Customers take codes of their range, prospects of theirs: a converted prospect changes its code. */
    public static final Setting CUSTOMERS_APART = Setting.flag("numbering.customers-apart", false);

    /** Suppliers take codes of their own range. */
    public static final Setting SUPPLIERS_APART = Setting.flag("numbering.suppliers-apart", false);

    /** Who may give a code by hand. */
    public static final Setting MANUAL_CODE = Setting.groups("numbering.manual-code");

    /** Month in which the fiscal year begins. */
    public static final Setting FISCAL_MONTH =
            Setting.choice("numbering.fiscal-month", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");

    @Override
    public List<Setting> settings() {
        return List.of(CUSTOMERS_APART, SUPPLIERS_APART, MANUAL_CODE, FISCAL_MONTH);
    }
}
