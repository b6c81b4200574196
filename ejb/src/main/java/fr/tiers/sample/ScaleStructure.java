package fr.tiers.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * The sales structure of a large house below the sectors of the demonstration company: 55 teams with 500 salespeople, of whom a few have
 * most of the tiers and of the appointments. Two more people can sign in: one who sees 50 of the teams, one who only sees what is hers.
 */
final class ScaleStructure {

    /** Sees fifty teams. */
    static final String NETWORK = "network";

    /** Owns tiers and belongs to no team. */
    static final String PORTFOLIO = "portfolio";

    static final int STAFF = 500;

    private static final Map<String, Integer> TEAMS = new TreeMap<>(
            Map.of("S-IDF", 10, "S-HDF", 7, "S-OUEST", 8, "S-GE", 6, "S-ARA", 8, "S-PAC", 6, "S-OCC", 7, "S-OM", 3));

    /** Whose first team stays outside of what {@link #NETWORK} sees: 55 less 5 are 50. */
    private static final List<String> LARGEST = List.of("S-IDF", "S-OUEST", "S-ARA", "S-OCC", "S-HDF");

    private static final int SHIFT = 2;
    private static final int BUSY = 60;

    private final Map<String, Long> unitIds;
    private final Map<String, Long> userIds;
    private final Map<String, List<String>> owners = new LinkedHashMap<>();

    private ScaleStructure(Map<String, Long> unitIds, Map<String, Long> userIds) {
        this.unitIds = unitIds;
        this.userIds = userIds;
        teams().forEach(team -> owners.put(team, new ArrayList<>()));
        for (int i = 1; i <= STAFF; i++) {
            owners.get(team(i)).add(login(i));
        }
        owners.get("S-IDF-02").add(1, PORTFOLIO);
    }

    static String login(int number) {
        return "c%03d".formatted(number);
    }

    private static List<String> teams() {
        return TEAMS.entrySet().stream()
                .flatMap(sector -> IntStream.rangeClosed(1, sector.getValue())
                        .mapToObj(i -> "%s-%02d".formatted(sector.getKey(), i)))
                .toList();
    }

    /** Everybody's team: one in each, the others anywhere. */
    private static String team(int number) {
        var teams = teams();
        return number <= teams.size()
                ? teams.get(number - 1)
                : Draw.of("scale-team", number).pick(teams);
    }

    /** Within the transaction of the first run. */
    static void write(Handle handle) {
        if (handle.createQuery("select exists (select 1 from app_user where login = :login)")
                .bind("login", NETWORK)
                .mapTo(Boolean.class)
                .one()) {
            return;
        }
        var units = handle.prepareBatch(
                "insert into sales_unit (id, parent_id, code, name) values (nextval('organisation_seq'), ?, ?, ?)");
        for (var team : teams()) {
            var sector = DemoStructure.unit(team.substring(0, team.lastIndexOf('-')));
            var name = sector.name().replace("Secteur", "Équipe") + ' ' + team.substring(team.length() - 2);
            units.add(sector.id(), team, name);
        }
        units.execute();
        var users = new Rows(handle, "app_user", "login, display_name, email, password_hash, company_id");
        for (int i = 1; i <= STAFF; i++) {
            addUser(users, login(i), SamplePerson.of(Draw.of("scale-user", i)).fullName(), null);
        }
        var hash = OrganisationWriter.passwordHash();
        addUser(users, NETWORK, "Béatrice Lanoë", hash);
        addUser(users, PORTFOLIO, "Inès Guérin", hash);
        users.write();
        handle.execute(
                "insert into app_user_role (user_id, role) select id, 'SALES' from app_user where login ~ '^c[0-9]{3}$' or login in (?, ?)",
                NETWORK, PORTFOLIO);
        var members = handle.prepareBatch(
                """
                insert into app_user_sales_unit (user_id, sales_unit_id)
                select u.id, s.id from app_user u, sales_unit s where u.login = :login and s.code = :unit
                """);
        for (int i = 1; i <= STAFF; i++) {
            members.bind("login", login(i)).bind("unit", team(i)).add();
        }
        teams().stream()
                .filter(team -> !team.endsWith("-01") || LARGEST.stream().noneMatch(team::startsWith))
                .forEach(team ->
                        members.bind("login", NETWORK).bind("unit", team).add());
        members.execute();
    }

    private static void addUser(Rows users, String login, String name, String hash) {
        users.add(login, name, login + '@' + DemoStructure.DOMAIN, hash, DemoStructure.COMPANY_ID);
    }

    static ScaleStructure read(Handle handle) {
        return new ScaleStructure(ids(handle, "sales_unit", "code"), ids(handle, "app_user", "login"));
    }

    private static Map<String, Long> ids(Handle handle, String table, String key) {
        var ids = new LinkedHashMap<String, Long>();
        handle.createQuery("select id, " + key + " from " + table)
                .map((row, context) -> ids.put(row.getString(2), row.getLong(1)))
                .list();
        return ids;
    }

    long unitId(String code) {
        return unitIds.get(code);
    }

    long userId(String login) {
        return userIds.get(login);
    }

    /** @return one of the sector's teams, the first of them most often */
    String team(String sector, Draw draw) {
        return "%s-%02d".formatted(sector, 1 + draw.skewed(TEAMS.get(sector), SHIFT));
    }

    String owner(String team, Draw draw) {
        return draw.pickSkewed(owners.get(team), SHIFT);
    }

    /** @return anybody of the staff, those with full agendas more often */
    String colleague(Draw draw) {
        return login(1 + draw.skewed(STAFF, BUSY));
    }
}
