package fr.tiers.sample;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes the sites of the demonstration company places one can go to: hours, access, a technician, habilitations. */
final class SiteWriter {

    private static final List<String> ACCESS = List.of("A1234", "27B58", "Clé à l’accueil", "4590A");
    private static final List<String> PARKING = List.of(
            "Cour intérieure, entrée par l’arrière",
            "Deux places livraison devant le quai",
            "Parking visiteurs à droite");
    private static final List<String> SAFETY = List.of(
            "Chaussures de sécurité et gilet obligatoires au-delà du quai.",
            "S’annoncer au gardien, plan de prévention à signer à l’arrivée.",
            "Zone humide : sol glissant pendant le lavage.");
    private static final List<String> HABILITATIONS = List.of("ELECTRICAL", "FORKLIFT", "CHEMICAL", "FOOD_SAFETY");

    private final Handle handle;
    private final LocalDate today;

    SiteWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write() {
        // The generator knows where its places are: nobody has pinned them.
        handle.execute("update geocoding set state = 'GIVEN' where address_id is not null");
        handle.execute("update address set default_for = array['DELIVERY'] where label = 'Entrepôt'");
        handle.execute("update address set default_for = array['BILLING'] where label = 'Service comptabilité'");
        handle.execute("update address set site_name = label || ' ' || city where usages @> array['SITE']");
        long technician = DemoStructure.user("technician").id();
        for (var habilitation : List.of("ELECTRICAL", "FORKLIFT", "FIRST_AID")) {
            handle.execute(
                    "insert into user_habilitation (user_id, type_code, level, valid_from, valid_to) values (?, ?, 2, ?, ?)",
                    technician,
                    habilitation,
                    today.minusYears(2),
                    "FIRST_AID".equals(habilitation) ? today.minusDays(20) : today.plusYears(1));
        }
        var sites = handle.createQuery("select id from address where usages @> array['SITE'] order by id")
                .mapTo(Long.class)
                .list();
        sites.forEach(site -> write(site, technician));
    }

    private void write(long site, long technician) {
        var draw = Draw.of("site", site);
        boolean known = draw.chance(70);
        handle.execute(
                "update address set access_code = ?, parking = ?, safety = ?, technician_id = ? where id = ?",
                draw.chance(50) ? draw.pick(ACCESS) : null,
                draw.chance(40) ? draw.pick(PARKING) : null,
                draw.chance(40) ? draw.pick(SAFETY) : null,
                draw.chance(30) ? technician : null,
                site);
        if (known) {
            int days = draw.chance(25) ? 6 : 5;
            for (int day = 1; day <= days; day++) {
                slot(site, day, "08:00", "12:00");
                if (day < 6) {
                    slot(site, day, "13:30", draw.chance(50) ? "17:30" : "18:00");
                }
            }
        }
        if (draw.chance(30)) {
            handle.execute(
                    "insert into address_habilitation (address_id, type_code, level, mandatory) values (?, ?, ?, ?)",
                    site,
                    draw.pick(HABILITATIONS),
                    draw.chance(50) ? 1 : null,
                    draw.chance(60));
        }
    }

    private void slot(long site, int day, String opens, String closes) {
        handle.execute(
                "insert into address_opening (address_id, day, opens, closes) values (?, ?, ?::time, ?::time)",
                site,
                day,
                opens,
                closes);
    }
}
