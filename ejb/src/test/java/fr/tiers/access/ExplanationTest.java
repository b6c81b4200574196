package fr.tiers.access;

import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The predicate of lists, the check of one tier and the explanation say the same as a plodding third formulation that knows no SQL, for
 * some thousand of random users, tiers and actions.
 */
class ExplanationTest {

    private static final int UNITS = 9;
    private static final int AGENCIES = 4;
    private static final int USERS = 40;
    private static final int TIERS = 60;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final TestDatabase database = TestDatabase.fresh();
    private final Random random = new Random(20261122);

    private final Map<Long, User> users = new HashMap<>();
    private final Map<Long, Tier> tiers = new HashMap<>();
    private final Map<String, Level> set = new HashMap<>();

    private record User(Set<Role> roles, Set<Long> units, Set<Long> agencies, Set<Long> granted) {}

    private record Tier(
            Long unit, Long owner, boolean confidential, Set<Long> agencies, Set<Long> named, Set<Long> formerly) {}

    @BeforeEach
    void prepare() {
        database.jdbi().useHandle(handle -> {
            structure(handle);
            LongStream.rangeClosed(1, USERS).forEach(id -> users.put(id, user(handle, id)));
            LongStream.rangeClosed(1, TIERS).forEach(id -> tiers.put(id, tier(handle, id)));
            tiers.keySet().forEach(tier -> grant(handle, tier));
            levels(handle);
        });
    }

    /** Unit n hangs below unit n/2. */
    private static void structure(Handle handle) {
        for (long id = 1; id <= UNITS; id++) {
            handle.execute(
                    "insert into sales_unit (id, parent_id, code, name) values (?, ?, ?, ?)",
                    id,
                    id == 1 ? null : id / 2,
                    "U" + id,
                    "Unit " + id);
        }
        handle.execute("insert into company (id, code, name) values (1, 'C', 'C')");
        for (long id = 1; id <= AGENCIES; id++) {
            handle.execute(
                    "insert into agency (id, company_id, code, name) values (?, 1, ?, ?)",
                    id,
                    "A" + id,
                    "Agency " + id);
        }
    }

    private User user(Handle handle, long id) {
        var user = new User(roles(), some(UNITS, 0.15), some(AGENCIES, 0.2), new HashSet<>());
        handle.execute("insert into app_user (id, login, display_name) values (?, ?, ?)", id, "u" + id, "User " + id);
        user.roles()
                .forEach(role ->
                        handle.execute("insert into app_user_role (user_id, role) values (?, ?)", id, role.name()));
        user.units()
                .forEach(unit -> handle.execute(
                        "insert into app_user_sales_unit (user_id, sales_unit_id) values (?, ?)", id, unit));
        user.agencies()
                .forEach(agency ->
                        handle.execute("insert into app_user_agency (user_id, agency_id) values (?, ?)", id, agency));
        return user;
    }

    private Set<Role> roles() {
        var roles = new HashSet<Role>();
        do {
            roles.add(Role.values()[random.nextInt(Role.values().length)]);
        } while (random.nextInt(3) == 0);
        return roles;
    }

    private Tier tier(Handle handle, long id) {
        var unit = random.nextInt(5) == 0 ? null : Long.valueOf(1 + random.nextInt(UNITS));
        var owner = random.nextInt(3) == 0 ? null : Long.valueOf(1 + random.nextInt(USERS));
        var tier = new Tier(unit, owner, random.nextInt(4) == 0, some(AGENCIES, 0.2), new HashSet<>(), new HashSet<>());
        TestTiers.tier(database, id, unit);
        handle.execute("update tier set owner_id = ?, confidential = ? where id = ?", owner, tier.confidential(), id);
        tier.agencies()
                .forEach(agency ->
                        handle.execute("insert into tier_agency (tier_id, agency_id) values (?, ?)", id, agency));
        return tier;
    }

    private void grant(Handle handle, long id) {
        for (var user : some(USERS, 0.05)) {
            handle.execute("insert into tier_collaborator (tier_id, user_id) values (?, ?)", id, user);
            tiers.get(id).named().add(user);
        }
        for (var user : some(USERS, 0.05)) {
            boolean past = random.nextBoolean();
            handle.execute(
                    "insert into tier_representative (tier_id, user_id, from_date, to_date) values (?, ?, ?, ?)",
                    id,
                    user,
                    past ? null : random.nextBoolean() ? null : TODAY,
                    past ? TODAY.minusDays(1) : random.nextBoolean() ? null : TODAY);
            (past ? tiers.get(id).formerly() : tiers.get(id).named()).add(user);
        }
        for (var user : some(USERS, 0.1)) {
            handle.execute("insert into extranet_grant (user_id, tier_id) values (?, ?)", user, id);
            users.get(user).granted().add(id);
        }
    }

    private void levels(Handle handle) {
        for (var role : RoleRights.ROLES) {
            for (var action : Action.values()) {
                if (random.nextInt(3) == 0) {
                    var level = Level.values()[random.nextInt(Level.values().length)];
                    handle.execute(
                            "insert into role_right (role, action, level) values (?, ?, ?)",
                            role.name(),
                            action.name(),
                            level.name());
                    set.put(role + " " + action, level);
                }
            }
        }
    }

    private Set<Long> some(int of, double part) {
        var some = new HashSet<Long>();
        LongStream.rangeClosed(1, of).filter(id -> random.nextDouble() < part).forEach(some::add);
        return some;
    }

    @Test
    void everyFormulationOfTheRuleSaysTheSame() {
        int pairs = 0;
        int open = 0;
        var differences = new ArrayList<String>();
        for (long user = 1; user <= USERS; user++) {
            var caller = caller(user);
            var access = new TierAccess(database.db(), TestCallers.of(caller));
            for (var action : Action.values()) {
                var listed = listed(caller, action);
                for (long tier = 1; tier <= TIERS; tier++) {
                    boolean expected = allowed(user, tier, Action.READ) && allowed(user, tier, action);
                    open += expected ? 1 : 0;
                    pairs++;
                    if (listed.contains(tier) != expected) {
                        differences.add("list " + user + ' ' + tier + ' ' + action + " expected " + expected);
                    }
                    if (pairs % 7 == 0 && access.may(tier, action) != expected) {
                        differences.add("check " + user + ' ' + tier + ' ' + action + " expected " + expected);
                    }
                }
            }
            for (long tier = 1; tier <= TIERS; tier++) {
                var explained = access.actions(tier);
                for (var action : Action.values()) {
                    boolean expected = allowed(user, tier, Action.READ) && allowed(user, tier, action);
                    if (explained.contains(action) != expected) {
                        differences.add("explanation " + user + ' ' + tier + ' ' + action + " expected " + expected);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(pairs).isGreaterThan(30_000);
        assertThat(open).as("neither all nor nothing").isBetween(pairs / 20, pairs / 2);
    }

    private Caller caller(long user) {
        return database.db()
                .call(handle -> UserAccounts.find(handle, "u" + user, TODAY))
                .orElseThrow();
    }

    private Set<Long> listed(Caller caller, Action action) {
        var visibility = Visibility.of(caller, action);
        return database.jdbi().withHandle(handle -> visibility
                .bind(handle.createQuery("select t.id from tier t where " + visibility.predicate("t")))
                .mapTo(Long.class)
                .set());
    }

    private boolean allowed(long userId, long tierId, Action action) {
        var user = users.get(userId);
        var tier = tiers.get(tierId);
        if (user.roles().contains(Role.EXTRANET)) {
            return action == Action.READ && user.granted().contains(tierId);
        }
        if (user.roles().contains(Role.ADMINISTRATOR)) {
            return true;
        }
        return user.roles().stream()
                .flatMap(role -> action == Action.ATTACH
                        ? List.of(level(role, action), level(role, Action.EDIT)).stream()
                        : List.of(level(role, action)).stream())
                .anyMatch(level -> reaches(userId, user, tier, level));
    }

    private Level level(Role role, Action action) {
        return set.getOrDefault(role + " " + action, DefaultRights.of(role, action));
    }

    private static boolean reaches(long userId, User user, Tier tier, Level level) {
        boolean own =
                tier.owner() != null && tier.owner() == userId || tier.named().contains(userId);
        if (own || tier.confidential()) {
            return own && level != Level.NONE;
        }
        return switch (level) {
            case NONE, OWN -> false;
            case AGENCY -> tier.agencies().stream().anyMatch(user.agencies()::contains);
            case STRUCTURE -> tier.unit() != null
                    && IntStream.iterate(tier.unit().intValue(), unit -> unit > 0, unit -> unit / 2)
                            .anyMatch(unit -> user.units().contains((long) unit));
            case ALL -> true;
        };
    }

    @Test
    void theExplanationNamesWhatItComesThrough() {
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into sales_unit (id, code, name) values (90, 'NO', 'Région Nord-Ouest')");
            handle.execute(
                    "insert into sales_unit (id, parent_id, code, name) values (91, 90, 'B', 'Secteur Bretagne')");
            handle.execute("insert into app_user (id, login, display_name) values (90, 'x', 'X')");
            handle.execute("insert into app_user_role (user_id, role) values (90, 'SALES')");
            handle.execute("delete from role_right");
            handle.execute("insert into app_user_sales_unit (user_id, sales_unit_id) values (90, 90)");
        });
        TestTiers.tier(database, 900, 91L);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into tier_collaborator (tier_id, user_id, type) values (900, 90, 'TECHNICIAN')"));

        var actions = explanation("x", 900).actions();

        assertThat(actions.get(Action.EDIT))
                .containsExactly(
                        new Explanation.Reasoned("STRUCTURE", "Région Nord-Ouest"),
                        new Explanation.Reasoned("COLLABORATOR", "TECHNICIAN"));
        assertThat(actions.get(Action.CREATE)).contains(new Explanation.Reasoned("ALL", "SALES"));
        assertThat(actions).doesNotContainKey(Action.DELETE);
    }

    private Explanation explanation(String login, long tier) {
        return database.jdbi()
                .withHandle(handle -> Explanation.of(
                        handle, UserAccounts.find(handle, login, TODAY).orElseThrow(), tier));
    }
}
