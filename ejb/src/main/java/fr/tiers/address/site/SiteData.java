package fr.tiers.address.site;

import fr.tiers.kernel.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * What an address says as a site.
 *
 * @param name how people call it; the label when empty
 * @param technician login of the technician who usually goes there
 * @param holidayRegion whose public holidays are kept; by the postal code when empty
 * @param closedOnHolidays true when absent
 */
public record SiteData(
        String name,
        String technician,
        String holidayRegion,
        Boolean closedOnHolidays,
        List<OpeningException> exceptions,
        List<RequiredHabilitation> habilitations)
        implements Serializable {

    public static final SiteData NONE = new SiteData(null, null, null, null, null, null);

    public SiteData {
        name = Checks.trim(name);
        technician = Checks.trim(technician);
        holidayRegion = Checks.trim(holidayRegion);
        closedOnHolidays = closedOnHolidays == null || closedOnHolidays;
        exceptions = exceptions == null ? List.of() : exceptions.stream().toList();
        habilitations =
                habilitations == null ? List.of() : habilitations.stream().toList();
    }
}
