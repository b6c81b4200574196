package fr.tiers.access;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application lets people see is what a second, plodding formulation of the rule says they may. */
class VisibilityPredicateIT {

    private static final int PAIRS = 2_000;

    /** From the unit of the tier upwards, where the application goes from the units of the user downwards. */
    private static final String NAIVE =
            """
            with recursive up as (
                select id as unit, id as above from sales_unit
                union select u.unit, s.parent_id from up u join sales_unit s on s.id = u.above where s.parent_id is not null)
            select t.id from tier t where case
                when exists (select 1 from app_user_role r where r.user_id = ? and r.role = 'EXTRANET')
                    then exists (select 1 from extranet_grant g where g.user_id = ? and g.tier_id = t.id)
                when exists (select 1 from app_user_role r where r.user_id = ?
                             and r.role in ('ADMINISTRATOR', 'ASSISTANT', 'ACCOUNTING', 'MARKETING')) then true
                else t.owner_id is not distinct from ?
                    or exists (select 1 from tier_collaborator k where k.tier_id = t.id and k.user_id = ?)
                    or exists (select 1 from up u join app_user_sales_unit a on a.sales_unit_id = u.above
                               where u.unit = t.sales_unit_id and a.user_id = ?)
                end
            """;

    private static final List<String> ROLES =
            List.of("SALES", "SALES", "SALES_MANAGER", "READER", "TECHNICIAN", "EXTRANET", "ASSISTANT", "MARKETING");

    private static final Sql SQL = World.get().sql();
    private static final Random RANDOM = new Random(20261122);
    private static final Map<String, Set<Long>> ALLOWED = new HashMap<>();
    private static final Map<String, Api> CALLERS = new HashMap<>();

    @BeforeAll
    static void prepare() {
        var cast = new Cast(VisibilityPredicateIT.class);
        var units = units(cast);
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        for (int i = 0; i < 30; i++) {
            cast.tier(admin, "n° " + i, i % 10 == 0 ? null : any(units));
        }
        var tiers = SQL.numbers("select id from tier");
        for (int i = 0; i < 16; i++) {
            var login = cast.user(ROLES.get(i % ROLES.size()), i % 5 == 4 ? null : any(units));
            long id = cast.userId(login);
            for (int k = 0; k < i % 4; k++) {
                SQL.update("update tier set owner_id = ? where id = ?", id, any(tiers));
                SQL.update(
                        "insert into tier_collaborator (tier_id, user_id) values (?, ?) on conflict do nothing",
                        any(tiers),
                        id);
                SQL.update(
                        "insert into extranet_grant (user_id, tier_id) values (?, ?) on conflict do nothing",
                        id,
                        any(tiers));
            }
            if (i % 3 == 0) {
                SQL.update(
                        "insert into app_user_sales_unit (user_id, sales_unit_id) select ?, id from sales_unit where code = ?"
                                + " on conflict do nothing",
                        id,
                        any(units));
            }
            // who is let in from outside may not make a token
            CALLERS.put(login, login.contains("-extranet-") ? Cast.as(login) : Cast.tokenOf(login));
        }
        CALLERS.keySet().forEach(login -> {
            long id = cast.userId(login);
            ALLOWED.put(login, new HashSet<>(SQL.numbers(NAIVE, id, id, id, id, id, id)));
        });
    }

    /** A tree four levels deep, beside the units of the demonstration company. */
    private static List<String> units(Cast cast) {
        List<String> units = new ArrayList<>();
        units.add(cast.unit("0", null));
        for (int i = 1; i < 12; i++) {
            units.add(cast.unit("" + i, units.get((i - 1) / 2)));
        }
        units.addAll(SQL.texts("select code from sales_unit where code like 'R-%' or code like 'S-%'"));
        return units;
    }

    private static <T> T any(List<T> of) {
        return of.get(RANDOM.nextInt(of.size()));
    }

    @Test
    void everyListHoldsExactlyWhatItsCallerMaySee() {
        CALLERS.forEach((login, caller) -> assertThat(listed(caller)).as(login).isEqualTo(ALLOWED.get(login)));
    }

    private static Set<Long> listed(Api caller) {
        var found = new HashSet<Long>();
        String after = "";
        while (after != null) {
            var page = caller.get("tiers?limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .json();
            page.get("items").forEach(item -> found.add(item.get("id").asLong()));
            after = page.get("next").isNull() ? null : page.get("next").asText();
        }
        return found;
    }

    @Test
    void aTierCanBeReadByExactlyThoseWhoMaySeeIt() {
        var logins = CALLERS.keySet().stream().sorted().toList();
        var tiers = SQL.numbers("select id from tier order by id");
        var pairs = IntStream.range(0, PAIRS)
                .mapToObj(i -> Map.entry(any(logins), any(tiers)))
                .toList();
        var wrong = pairs.parallelStream()
                .filter(pair -> {
                    int status = CALLERS.get(pair.getKey())
                            .get("tiers/" + pair.getValue())
                            .status();
                    return status != (ALLOWED.get(pair.getKey()).contains(pair.getValue()) ? 200 : 404);
                })
                .collect(Collectors.toList());
        assertThat(wrong).isEmpty();
        assertThat(ALLOWED.values().stream().map(Set::size).distinct().count())
                .as("the users differ")
                .isGreaterThan(5);
    }
}
