package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds tiers that may be the same party, with the reason. Only tiers that the caller may see are named.
 */
@Stateless
@PermitAll
public class Duplicates {

    @Inject
    private Db db;

    @Inject
    private Callers callers;

    /**
     * @param exceptId the tier being edited; null at creation
     * @return best first, at most ten
     */
    public List<DuplicateCandidate> of(TierData data, Long exceptId) {
        TierRules.normalise(data);
        // PostgreSQL takes no NUL, not even to look for it; what holds one is refused when it is stored
        if (Stream.of(
                        data.getSiret(),
                        data.getSiren(),
                        data.getVatNumber(),
                        data.getEmail(),
                        data.getPhone(),
                        data.getWebsite(),
                        data.getName(),
                        data.getAddress().getPostalCode())
                .anyMatch(text -> text != null && text.indexOf('\0') >= 0)) {
            return List.of();
        }
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        """
                        select t.id, t.code, t.name, t.city, max(found.score) as score,
                               (array_agg(found.reason order by found.score desc))[1] as reason
                        from (select id, 100 as score, 'SAME_SIRET' as reason from tier where siret = :siret
                              union all select id, 80, 'SAME_SIREN' from tier where siren = :siren
                              union all select id, 70, 'SAME_VAT_NUMBER' from tier where vat_number = :vatNumber
                              union all select id, 60, 'SAME_EMAIL' from tier where lower(email) = lower(:email)
                              union all select tier_id, 60, 'SAME_EMAIL' from tier_other_email where lower(email) = lower(:email)
                              union all select id, 55, 'SAME_PHONE' from tier
                                        where right(digits(phone), 9) = right(digits(:phone), 9) and length(digits(:phone)) >= 9
                              union all select id, 50, 'SAME_NAME_AND_POSTAL_CODE' from tier
                                        where sort_name = fold(:name) and postal_code = :postalCode
                              union all select id, 45, 'SAME_WEBSITE' from tier where lower(website) = lower(:website)
                              union all select id, 40, 'SAME_NAME' from tier where sort_name = fold(:name)) found
                        join tier t on t.id = found.id
                        where t.id is distinct from :exceptId and %s
                        group by t.id order by score desc, t.id limit 10
                        """
                                .formatted(visibility.predicate("t"))))
                .bind("siret", data.getSiret())
                .bind("siren", data.getSiren())
                .bind("vatNumber", data.getVatNumber())
                .bind("email", data.getEmail())
                .bind("phone", data.getPhone())
                .bind("website", data.getWebsite())
                .bind("name", data.getName())
                .bind("postalCode", data.getAddress().getPostalCode())
                .bind("exceptId", exceptId)
                .map((row, context) -> new DuplicateCandidate(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("city"),
                        row.getInt("score"),
                        row.getString("reason")))
                .list());
    }
}
