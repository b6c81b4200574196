package fr.tiers.numbering;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/**
 * Hands out codes. The counter's row is locked from {@link #next} to the end of the caller's transaction: a rolled-back save gives its
 * number back, so ask last, just before the insert; whoever needs several asks in the order of {@link Purpose}.
 */
@Stateless
@PermitAll
public class Numbering {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Organisation organisation;

    @Inject
    @Any
    Instance<TakenCodes> taken;

    /**
     * A rule as the administration shows it, with the codes that would come next.
     *
     * @param company code of the company whose range it is; null for all that have none of their own
     * @param used whether the settings let codes come from it
     */
    public record RuleView(
            String code,
            long version,
            Purpose purpose,
            String company,
            String mask,
            boolean used,
            List<String> nextCodes) {}

    private record Rule(String code, long version, Purpose purpose, String company, String mask) {}

    /**
     * The range codes come from.
     *
     * @param companies codes of our companies that deal with the tier; the first one with a range of its own counts
     * @return the rule's code
     */
    public String range(Purpose wanted, List<String> companies) {
        var purpose = isUsed(wanted) ? wanted : Purpose.SHARED;
        return db.steady(List.of("range", purpose, companies), handle -> handle.createQuery(
                        """
                        select r.code from numbering_rule r left join company c on c.id = r.company_id
                        where r.purpose = :purpose and (c.code is null or c.code = any(cast(:companies as text[])))
                        order by array_position(cast(:companies as text[]), c.code) nulls last limit 1
                        """)
                .bind("purpose", purpose)
                .bindArray("companies", String.class, companies)
                .mapTo(String.class)
                .one());
    }

    /** Takes the next code of a range. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public String next(String rule, Mask.Letters letters) {
        return next(rule, List.of(letters)).get(0);
    }

    /**
     * Takes several codes of a range, in their order. Passes over codes that stand in the way because somebody gave them by hand.
     *
     * @param letters what each is made of
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<String> next(String rule, List<Mask.Letters> letters) {
        var known = get(rule);
        var mask = parse(known.mask());
        var counters = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < letters.size(); i++) {
            counters.computeIfAbsent(mask.counterLetters(letters.get(i)), each -> new ArrayList<>())
                    .add(i);
        }
        var codes = new String[letters.size()];
        counters.values().forEach(places -> take(known, mask, letters, places, codes));
        return List.of(codes);
    }

    /** @param places of those that count together */
    private void take(Rule rule, Mask mask, List<Mask.Letters> letters, List<Integer> places, String[] codes) {
        var today = LocalDate.now(clock);
        var open = places;
        while (!open.isEmpty()) {
            long number = count(rule.code(), mask, today, letters.get(open.get(0)), open.size()) - open.size();
            for (int place : open) {
                codes[place] = mask.format(++number, today, letters.get(place));
            }
            var taken = taken(
                    rule.purpose(), open.stream().map(place -> codes[place]).toList());
            open = open.stream().filter(place -> taken.contains(codes[place])).toList();
        }
    }

    /** @return the last of so many numbers */
    private long count(String rule, Mask mask, LocalDate today, Mask.Letters letters, int many) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into numbering_counter as c (rule_code, period, letters, last_value)
                        values (:rule, :period, :letters, :offset + :many)
                        on conflict (rule_code, period, letters) do update set last_value = greatest(c.last_value, :offset) + :many
                        returning last_value
                        """)
                .bind("rule", rule)
                .bind("period", mask.period(today))
                .bind("letters", mask.counterLetters(letters))
                .bind("offset", mask.offset())
                .bind("many", many)
                .mapTo(Long.class)
                .one());
    }

    /** Whether a code given by hand looks like those of the range. */
    public boolean admits(String rule, String code) {
        return parse(get(rule).mask()).admits(code);
    }

    @RolesAllowed(ADMINISTRATOR)
    public List<RuleView> rules() {
        return db.call(handle -> handle
                .createQuery(
                        """
                        select r.code, r.version, r.purpose, r.mask, c.code as company
                        from numbering_rule r left join company c on c.id = r.company_id
                        order by array_position(array['SHARED', 'PROSPECT', 'CUSTOMER', 'SUPPLIER', 'CUSTOMER_ACCOUNT', 'SUPPLIER_ACCOUNT'],
                                                r.purpose), c.code nulls first
                        """)
                .map((row, context) -> new Rule(
                        row.getString("code"),
                        row.getLong("version"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("company"),
                        row.getString("mask")))
                .stream()
                .map(rule -> new RuleView(
                        rule.code(),
                        rule.version(),
                        rule.purpose(),
                        rule.company(),
                        rule.mask(),
                        isUsed(rule.purpose()),
                        preview(rule.code(), rule.mask())))
                .toList());
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
        var mask = parse(maskText);
        var today = LocalDate.now(clock);
        var letters = new Mask.Letters("Exemple", "CUSTOMER", "utilisateur", "SOCIETE");
        long last = db.call(handle -> handle.createQuery(
                                """
                                select last_value from numbering_counter
                                where rule_code = :rule and period = :period and letters = :letters
                                """)
                        .bind("rule", rule)
                        .bind("period", mask.period(today))
                        .bind("letters", mask.counterLetters(letters))
                        .mapTo(Long.class)
                        .findOne())
                .orElse(0L);
        long first = Math.max(last, mask.offset()) + 1;
        return LongStream.range(first, first + 3)
                .mapToObj(number -> mask.format(number, today, letters))
                .toList();
    }

    /** @throws BusinessException INVALID for a mask that cannot be read, or whose next codes are in use: {@code mask-collides} */
    @RolesAllowed(ADMINISTRATOR)
    public void changeMask(String rule, long version, String maskText) {
        var before = get(rule);
        parse(maskText);
        if (!before.mask().equals(maskText)) {
            requireFree(rule, before.purpose(), maskText);
        }
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

    /**
     * Gives a company a range of its own.
     *
     * @return the new rule's code
     * @throws BusinessException INVALID; CONFLICT {@code numbering-range-exists}
     */
    @RolesAllowed(ADMINISTRATOR)
    public String addRange(Purpose purpose, String company, String maskText) {
        if (purpose == null) {
            throw BusinessException.invalid("purpose", "required");
        }
        if (company == null) {
            throw BusinessException.invalid("company", "required");
        }
        long companyId = organisation.companyId("company", company);
        var code = purpose.name() + ':' + company;
        requireFree(code, purpose, maskText);
        int created = db.call(handle -> handle.createUpdate(
                        """
                        insert into numbering_rule (code, purpose, company_id, mask) values (:code, :purpose, :company, :mask)
                        on conflict do nothing
                        """)
                .bind("code", code)
                .bind("purpose", purpose)
                .bind("company", companyId)
                .bind("mask", maskText)
                .execute());
        if (created == 0) {
            throw new BusinessException(Kind.CONFLICT, "numbering-range-exists", company);
        }
        return code;
    }

    /** @throws BusinessException REFUSED {@code numbering-range-needed} for a range that is not one company's alone */
    @RolesAllowed(ADMINISTRATOR)
    public void removeRange(String code) {
        if (get(code).company() == null) {
            throw new BusinessException(Kind.REFUSED, "numbering-range-needed", code);
        }
        db.run(handle -> {
            handle.execute("delete from numbering_counter where rule_code = ?", code);
            handle.execute("delete from numbering_rule where code = ?", code);
        });
    }

    private void requireFree(String rule, Purpose purpose, String maskText) {
        parse(maskText);
        var codes = preview(rule, maskText);
        taken(purpose, codes).stream().sorted().findFirst().ifPresent(code -> {
            throw BusinessException.invalid("mask", "mask-collides", code);
        });
    }

    private Set<String> taken(Purpose purpose, List<String> codes) {
        return taken.stream()
                .flatMap(registry -> registry.taken(purpose, codes).stream())
                .collect(Collectors.toSet());
    }

    private boolean isUsed(Purpose purpose) {
        return switch (purpose) {
            case CUSTOMER, PROSPECT -> settings.flag(NumberingSettings.CUSTOMERS_APART);
            case SUPPLIER -> settings.flag(NumberingSettings.SUPPLIERS_APART);
            default -> true;
        };
    }

    private Mask parse(String mask) {
        return Mask.parse(mask, Integer.parseInt(settings.text(NumberingSettings.FISCAL_MONTH)));
    }

    private Rule get(String code) {
        return db.steady(List.of("numbering", code), handle -> handle.createQuery(
                                """
                                select r.code, r.version, r.purpose, r.mask, c.code as company
                                from numbering_rule r left join company c on c.id = r.company_id where r.code = :code
                                """)
                        .bind("code", code)
                        .map((row, context) -> new Rule(
                                row.getString("code"),
                                row.getLong("version"),
                                Purpose.valueOf(row.getString("purpose")),
                                row.getString("company"),
                                row.getString("mask")))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("numbering-rule", code));
    }
}
