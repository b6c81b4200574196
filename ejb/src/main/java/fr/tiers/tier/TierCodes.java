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
import java.util.List;
import java.util.Set;

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
    public boolean isTaken(Purpose purpose, String code) {
        var account = purpose == Purpose.CUSTOMER_ACCOUNT || purpose == Purpose.SUPPLIER_ACCOUNT;
        var sql = account
                ? "select exists (select 1 from tier_function_block where function = :function and accounting_account = :code)"
                : """
                  select exists (select 1 from tier where code = :code)
                      or exists (select 1 from tier_former_code where code = :code)
                      or exists (select 1 from tier_function_block where code = :code)
                  """;
        return db.call(handle -> {
            var query = handle.createQuery(sql).bind("code", code);
            if (account) {
                query.bind("function", purpose == Purpose.CUSTOMER_ACCOUNT ? "CUSTOMER" : "SUPPLIER");
            }
            return query.mapTo(Boolean.class).one();
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
            return numbering.next(range, letters(data.getName(), data.getTypes(), data.getCompanies()));
        }
        checkGiven(data.getCode(), range, legacy);
        return data.getCode();
    }

    /** Whether a new tier may have the code that is given by hand, if there is one. */
    void checkGiven(TierData data, Set<String> functions) {
        if (data.getCode() != null) {
            checkGiven(data.getCode(), numbering.range(purpose(functions), codes(data.getCompanies())), false);
        }
    }

    private void checkGiven(String code, String range, boolean legacy) {
        if (!legacy) {
            requireMayChoose();
        }
        if (isTaken(Purpose.SHARED, code)) {
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
        boolean member = db.call(handle -> handle.createQuery(
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
                : numbering.next(range, letters(tier.name(), types, tier.companies()));
    }

    /** @return the function's own code when the tier's code comes from another range; null when the tier's code serves */
    String ofFunction(TierView tier, String function) {
        var range = numbering.range(Purpose.valueOf(function), tier.companies());
        var shared = numbering.range(Purpose.SHARED, tier.companies());
        return range.equals(shared) || numbering.admits(range, tier.code())
                ? null
                : numbering.next(range, letters(tier.name(), tier.types(), tier.companies()));
    }

    String account(TierView tier, String function) {
        var range = numbering.range(Purpose.valueOf(function + "_ACCOUNT"), tier.companies());
        return numbering.next(range, letters(tier.name(), tier.types(), tier.companies()));
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

    private Mask.Letters letters(String name, List<String> types, List<String> companies) {
        return new Mask.Letters(
                name,
                types.stream().findFirst().orElse(null),
                callers.current().login(),
                companies.stream().findFirst().orElse(null));
    }
}
