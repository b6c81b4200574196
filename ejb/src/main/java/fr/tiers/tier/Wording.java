package fr.tiers.tier;

import fr.tiers.kernel.Db;
import fr.tiers.organisation.Users;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The words that nearly every page about tiers needs, types and names of people, in one round trip. */
@Stateless
@PermitAll
public class Wording {

    @Inject
    Db db;

    /**
     * @param types by position
     * @param people active users of our own by name
     */
    public record Words(List<TierType> types, List<Users.Name> people) {}

    public Words read() {
        var words = new Words(new ArrayList<>(), new ArrayList<>());
        db.run(handle -> handle.createQuery(
                        """
                        select y.*, null::text as login, null::text as display_name, null::bigint as number from tier_type y
                        union all
                        select (null::tier_type).*, n.login, n.display_name, row_number() over ()
                        from (%s) n
                        order by position, code, number
                        """
                                .formatted(Users.NAMES))
                .map((row, context) -> row.getString("login") == null
                        ? words.types().add(TierTypes.type(row))
                        : words.people().add(new Users.Name(row.getString("login"), row.getString("display_name"))))
                .list());
        return words;
    }
}
