package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.numbering.Mask;
import fr.tiers.numbering.Numbering;
import fr.tiers.numbering.NumberingSettings;
import fr.tiers.numbering.Purpose;
import fr.tiers.numbering.TakenCodes;
import fr.tiers.organisation.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Which code a tier gets: from the range of its function and company, or by hand, or brought along from another software. */
@ApplicationScoped
public class TierCodes implements TakenCodes {

    private final Db db;
    private final Numbering numbering;
    private final Settings settings;
    private final Callers callers;

    protected TierCodes() {
        this(null, null, null, null);
    }

    @Inject
    public TierCodes(Db db, Numbering numbering, Settings settings, Callers callers) {
        this.db = db;
        this.numbering = numbering;
        this.settings = settings;
        this.callers = callers;
    }

    /** Closed, merged, former and legacy codes count too; accounts are a world of their own. */
    @Override
    public Set<String> taken(Purpose purpose, Collection<String> codes) {
        var account = purpose == Purpose.CUSTOMER_ACCOUNT || purpose == Purpose.SUPPLIER_ACCOUNT;
        var sql = account
                ? "select accounting_account from tier_function_block where function = :function and accounting_account = any(:codes)"
                : """
                  select code from tier where code = any(:codes)
                  union select code from tier_former_code where code = any(:codes)
                  union select code from tier_function_block where code = any(:codes)
                  """;
        return db.call(handle -> {
            var query = handle.createQuery(sql).bindArray("codes", String.class, codes);
            if (account) {
                query.bind("function", purpose == Purpose.CUSTOMER_ACCOUNT ? "CUSTOMER" : "SUPPLIER");
            }
            return query.mapTo(String.class).set();
        });
    }

    /**
     * @param functions what the new tier is
     * @param legacy whether the given code comes from another software: it need not look like ours, and is noted as such
     * @return the code given by hand, or the next one of the range; asked for last, as the range stays locked to the commit
     * @throws BusinessException INVALID on {@code code}; FORBIDDEN {@code manual-code-forbidden}
     */
    String ofNew(TierData data, Set<String> functions, boolean legacy) {
        var range = numbering.range(purpose(functions), codes(data.getCompanies()));
        if (data.getCode() == null) {
            return numbering.next(range, letters(Coded.of(data)));
        }
        checkGiven(data.getCode(), range, legacy, this::isTaken);
        return data.getCode();
    }

    /**
     * The same for several at once, none of them legacy.
     *
     * @param functions what each of them is
     * @return in their order
     */
    List<String> ofNew(List<TierData> tiers, List<Set<String>> functions) {
        var given =
                tiers.stream().map(TierData::getCode).filter(Objects::nonNull).toList();
        var taken = given.isEmpty() ? Set.<String>of() : taken(Purpose.SHARED, given);
        var codes = new String[tiers.size()];
        var wanted = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < codes.length; i++) {
            var range = numbering.range(
                    purpose(functions.get(i)), codes(tiers.get(i).getCompanies()));
            codes[i] = tiers.get(i).getCode();
            if (codes[i] == null) {
                wanted.computeIfAbsent(range, each -> new ArrayList<>()).add(i);
            } else {
                checkGiven(codes[i], range, false, taken::contains);
            }
        }
        fill(codes, wanted, place -> letters(Coded.of(tiers.get(place))));
        return List.of(codes);
    }

    /** @param wanted by the range that they come from, the places in codes that are still empty */
    private void fill(String[] codes, Map<String, List<Integer>> wanted, IntFunction<Mask.Letters> letters) {
        wanted.forEach((range, places) -> {
            var next = numbering.next(range, places.stream().map(letters::apply).toList());
            for (int i = 0; i < next.size(); i++) {
                codes[places.get(i)] = next.get(i);
            }
        });
    }

    /** Whether a new tier may have the code that is given by hand, if there is one. */
    void checkGiven(TierData data, Set<String> functions) {
        if (data.getCode() != null) {
            checkGiven(
                    data.getCode(),
                    numbering.range(purpose(functions), codes(data.getCompanies())),
                    false,
                    this::isTaken);
        }
    }

    boolean isTaken(String code) {
        return !taken(Purpose.SHARED, List.of(code)).isEmpty();
    }

    private void checkGiven(String code, String range, boolean legacy, Predicate<String> isTaken) {
        if (!legacy) {
            requireMayChoose();
        }
        if (isTaken.test(code)) {
            throw BusinessException.invalid("code", "already-used", code);
        }
        if (!legacy && !numbering.admits(range, code)) {
            throw BusinessException.invalid("code", "code-not-of-mask", code);
        }
    }

    private void requireMayChoose() {
        var groups = settings.codes(NumberingSettings.MANUAL_CODE);
        if (groups.isEmpty() || callers.current().isSystem()) {
            return;
        }
        boolean member = db.steady(List.of("may.choose.code", callers.current().userId()), handle -> handle.createQuery(
                        """
                        select exists (select 1 from user_group_member m join user_group g on g.id = m.group_id
                                       where m.user_id = :user and g.code = any(:groups))
                        """)
                .bind("user", callers.current().userId())
                .bindArray("groups", String.class, groups)
                .mapTo(Boolean.class)
                .one());
        if (!member) {
            throw new BusinessException(Kind.FORBIDDEN, "manual-code-forbidden");
        }
    }

    void noteLegacy(long tierId, String code, Instant now) {
        keep(tierId, code, "LEGACY", now);
    }

    void keepFormer(long tierId, String code, Instant now) {
        keep(tierId, code, "FORMER", now);
    }

    private void keep(long tierId, String code, String kind, Instant now) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into tier_former_code (code, tier_id, kind, since) values (:code, :tier, :kind, :now)
                        on conflict (code) do nothing
                        """)
                .bind("code", code)
                .bind("tier", tierId)
                .bind("kind", kind)
                .bind("now", now)
                .execute());
    }

    /** @return a customer's code when these have a range of their own, else the one the tier has */
    String afterConversion(TierView tier, List<String> types) {
        var range = numbering.range(Purpose.CUSTOMER, tier.companies());
        return range.equals(numbering.range(Purpose.PROSPECT, tier.companies()))
                ? tier.code()
                : numbering.next(range, letters(new Coded(tier.code(), tier.name(), types, tier.companies())));
    }

    /** @return in their order: the function's own code where the tier's code comes from another range, null where that serves */
    List<String> ofFunction(List<FunctionChange.Opening> openings) {
        var codes = new String[openings.size()];
        var wanted = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < codes.length; i++) {
            var tier = openings.get(i).tier();
            var range = numbering.range(Purpose.valueOf(openings.get(i).function()), tier.companies());
            var shared = numbering.range(Purpose.SHARED, tier.companies());
            if (!range.equals(shared) && !numbering.admits(range, tier.code())) {
                wanted.computeIfAbsent(range, each -> new ArrayList<>()).add(i);
            }
        }
        fill(codes, wanted, place -> letters(openings.get(place).tier()));
        return Arrays.asList(codes);
    }

    /** @return in their order */
    List<String> accounts(List<FunctionChange.Opening> openings) {
        var accounts = new String[openings.size()];
        var wanted = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < accounts.length; i++) {
            var opening = openings.get(i);
            var range = numbering.range(
                    Purpose.valueOf(opening.function() + "_ACCOUNT"),
                    opening.tier().companies());
            wanted.computeIfAbsent(range, each -> new ArrayList<>()).add(i);
        }
        fill(accounts, wanted, place -> letters(openings.get(place).tier()));
        return List.of(accounts);
    }

    private static Purpose purpose(Set<String> functions) {
        if (functions.contains(OneWay.CUSTOMER)) {
            return Purpose.CUSTOMER;
        }
        if (functions.contains(OneWay.PROSPECT) || functions.contains(OneWay.SUSPECT)) {
            return Purpose.PROSPECT;
        }
        return functions.contains("SUPPLIER") ? Purpose.SUPPLIER : Purpose.SHARED;
    }

    private static List<String> codes(List<String> companies) {
        return companies.stream().filter(code -> code != null).toList();
    }

    private Mask.Letters letters(Coded tier) {
        return new Mask.Letters(
                tier.name(),
                tier.types().stream().findFirst().orElse(null),
                callers.current().login(),
                tier.companies().stream().findFirst().orElse(null));
    }
}
