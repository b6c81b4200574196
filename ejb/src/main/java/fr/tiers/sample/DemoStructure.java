package fr.tiers.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who the demonstration company is: its agencies, its sales structure and its people. Everything here is invented. */
final class DemoStructure {

    static final long COMPANY_ID = 1;
    static final String COMPANY_CODE = "BROSSELUNE";
    static final String COMPANY_NAME = "Brosselune Distribution";
    static final String DOMAIN = "brosselune.example";

    record Agency(long id, String code, String name, String postalCode, String city) {}

    record Unit(long id, String parent, String code, String name) {}

    /** @param canSignIn false for those who only own tiers */
    record User(
            long id, String login, String displayName, String mailbox, String role, String unit, boolean canSignIn) {}

    static final List<Agency> AGENCIES = List.of(
            new Agency(2, "NANTES", "Agence de Nantes", "44000", "Nantes"),
            new Agency(3, "VILLEURBANNE", "Agence de Villeurbanne", "69100", "Villeurbanne"),
            new Agency(4, "TOULOUSE", "Agence de Toulouse", "31000", "Toulouse"));

    static final List<Unit> UNITS = List.of(
            new Unit(10, null, "DIR", "Direction commerciale"),
            new Unit(11, "DIR", "R-NO", "Région Nord-Ouest"),
            new Unit(12, "DIR", "R-EST", "Région Est"),
            new Unit(13, "DIR", "R-SUD", "Région Sud et outre-mer"),
            new Unit(14, "R-NO", "S-IDF", "Secteur Île-de-France"),
            new Unit(15, "R-NO", "S-HDF", "Secteur Hauts-de-France et Normandie"),
            new Unit(16, "R-NO", "S-OUEST", "Secteur Ouest"),
            new Unit(17, "R-EST", "S-GE", "Secteur Grand Est et Bourgogne"),
            new Unit(18, "R-EST", "S-ARA", "Secteur Auvergne-Rhône-Alpes"),
            new Unit(19, "R-SUD", "S-PAC", "Secteur Provence et Corse"),
            new Unit(20, "R-SUD", "S-OCC", "Secteur Occitanie et Nouvelle-Aquitaine"),
            new Unit(21, "R-SUD", "S-OM", "Secteur Outre-mer"));

    static final List<User> USERS = List.of(
            new User(30, "admin", "Nadia Benali", "n.benali", "ADMINISTRATOR", null, true),
            new User(31, "manager", "Hélène Marchetti", "h.marchetti", "SALES_MANAGER", "DIR", true),
            new User(32, "sales", "Julien Kerbrat", "j.kerbrat", "SALES", "R-NO", true),
            new User(33, "assistant", "Sandrine Lopes", "s.lopes", "ASSISTANT", null, true),
            new User(34, "accounting", "Philippe Grandjean", "p.grandjean", "ACCOUNTING", null, true),
            new User(35, "technician", "Mehdi Rahmani", "m.rahmani", "TECHNICIAN", "S-ARA", true),
            new User(36, "marketing", "Camille Ostermann", "c.ostermann", "MARKETING", null, true),
            new User(37, "reader", "Odile Vasseur", "o.vasseur", "READER", "R-SUD", true),
            new User(38, "t.delattre", "Thomas Delattre", "t.delattre", "SALES", "S-HDF", false),
            new User(39, "e.muller", "Élise Muller", "e.muller", "SALES", "S-GE", false),
            new User(40, "n.ferrand", "Nicolas Ferrand", "n.ferrand", "SALES", "S-ARA", false),
            new User(41, "m.santoni", "Marie-Ange Santoni", "m.santoni", "SALES", "S-PAC", false),
            new User(42, "l.castaing", "Laurent Castaing", "l.castaing", "SALES", "S-OCC", false),
            new User(43, "a.payet", "Aurélie Payet", "a.payet", "SALES", "S-OM", false));

    /** Code, name and members of each group. */
    record Group(long id, String code, String name, List<String> members) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    50,
                    "FORCE-DE-VENTE",
                    "Force de vente",
                    List.of(
                            "manager",
                            "sales",
                            "t.delattre",
                            "e.muller",
                            "n.ferrand",
                            "m.santoni",
                            "l.castaing",
                            "a.payet")),
            new Group(51, "SERVICE-CLIENTS", "Service clients", List.of("assistant", "accounting", "technician")));

    /** Above every id used here. */
    static final long LAST_ID = 99;

    private static final Map<String, String> SECTOR_OWNERS = Map.of(
            "S-IDF", "sales",
            "S-HDF", "t.delattre",
            "S-OUEST", "sales",
            "S-GE", "e.muller",
            "S-ARA", "n.ferrand",
            "S-PAC", "m.santoni",
            "S-OCC", "l.castaing",
            "S-OM", "a.payet");

    private static final Map<String, User> BY_LOGIN =
            USERS.stream().collect(Collectors.toUnmodifiableMap(User::login, user -> user));
    private static final Map<String, Unit> BY_CODE =
            UNITS.stream().collect(Collectors.toUnmodifiableMap(Unit::code, unit -> unit));

    private DemoStructure() {}

    static User user(String login) {
        return BY_LOGIN.get(login);
    }

    static Unit unit(String code) {
        return BY_CODE.get(code);
    }

    /** @return code of the sector that serves an administrative region */
    static String sector(String region) {
        return switch (region) {
            case "11" -> "S-IDF";
            case "28", "32" -> "S-HDF";
            case "24", "52", "53" -> "S-OUEST";
            case "27", "44" -> "S-GE";
            case "84" -> "S-ARA";
            case "93", "94" -> "S-PAC";
            case "75", "76" -> "S-OCC";
            default -> "S-OM";
        };
    }

    static String owner(String sector) {
        return SECTOR_OWNERS.get(sector);
    }

    /** @return the agency that serves a sector: one per sales region */
    static Agency agency(String sector) {
        var regions = List.of("R-NO", "R-EST", "R-SUD");
        return IntStream.range(0, regions.size())
                .filter(i -> regions.get(i).equals(unit(sector).parent()))
                .mapToObj(AGENCIES::get)
                .findFirst()
                .orElseThrow();
    }
}
