package fr.tiers.numbering;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/**
 * Hands out codes. The counter's row is locked from {@link #next} to the end of the caller's transaction: a rolled-back save gives its
 * number back, so ask last, just before the insert.
 */
@Stateless
@PermitAll
public class Numbering {

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    /** A rule as the administration shows it, with the codes that would come next. */
    public record RuleView(String code, long version, String mask, List<String> nextCodes) {}

    /**
     * @param rule which range, e.g. {@code TIER}
     * @param name for {@code {ccc}}
     * @param type for {@code {ttt}}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public String next(String rule, String name, String type) {
        var mask = mask(rule);
        var today = LocalDate.now(clock);
        long number = db.call(handle -> handle.createQuery(
                        """
                        insert into numbering_counter as c (rule_code, period, last_value) values (:rule, :period, :offset + 1)
                        on conflict (rule_code, period) do update set last_value = greatest(c.last_value, :offset) + 1
                        returning last_value
                        """)
                .bind("rule", rule)
                .bind("period", mask.period(today))
                .bind("offset", mask.offset())
                .mapTo(Long.class)
                .one());
        return mask.format(number, today, name, type);
    }

    @RolesAllowed(ADMINISTRATOR)
    public List<RuleView> rules() {
        return db.call(handle -> handle.createQuery("select code, version, mask from numbering_rule order by code")
                .map((row, context) -> new RuleView(
                        row.getString("code"),
                        row.getLong("version"),
                        row.getString("mask"),
                        preview(row.getString("code"), row.getString("mask"))))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    @RolesAllowed(ADMINISTRATOR)
    public RuleView rule(String code) {
        return rules().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("numbering-rule", code));
    }

    /** The next three codes this mask would give; nothing is taken. */
    @RolesAllowed(ADMINISTRATOR)
    public List<String> preview(String rule, String maskText) {
        var mask = Mask.parse(maskText);
        var today = LocalDate.now(clock);
        long last = db.call(handle -> handle.createQuery(
                                "select last_value from numbering_counter where rule_code = :rule and period = :period")
                        .bind("rule", rule)
                        .bind("period", mask.period(today))
                        .mapTo(Long.class)
                        .findOne())
                .orElse(0L);
        long first = Math.max(last, mask.offset()) + 1;
        return LongStream.range(first, first + 3)
                .mapToObj(number -> mask.format(number, today, "Exemple", "CUSTOMER"))
                .toList();
    }

    @RolesAllowed(ADMINISTRATOR)
    public void changeMask(String rule, long version, String maskText) {
        Mask.parse(maskText);
        int updated = db.call(handle -> handle.createUpdate(
                        "update numbering_rule set version = version + 1, mask = :mask where code = :rule and version = :version")
                .bind("mask", maskText)
                .bind("rule", rule)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("numbering-rule", rule);
        }
    }

    private Mask mask(String rule) {
        return Mask.parse(db.call(handle -> handle.createQuery("select mask from numbering_rule where code = :rule")
                        .bind("rule", rule)
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("numbering-rule", rule)));
    }
}
