package fr.tiers.tier;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What merge, delete, anonymise and export mean for the blocks of a tier's functions and for its former codes. */
@ApplicationScoped
public class FunctionAttachment extends TableAttachment {

    protected FunctionAttachment() {
        this(null);
    }

    @Inject
    public FunctionAttachment(Db db) {
        super(db, "function", "tier_function_block");
    }

    @Override
    public Set<String> tables() {
        return Set.of("tier_function_block", "tier_former_code");
    }

    @Override
    public void delete(long tierId) {
        super.delete(tierId);
        execute("delete from tier_former_code where tier_id = :tier", tierId);
    }

    /** A function both have keeps what the survivor has and takes the rest over; every code goes on leading somewhere. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        move(
                """
                insert into tier_former_code (code, tier_id, kind, since)
                select distinct c.code, :to, 'MERGED', now()
                from tier_function_block f join tier_function_block t on t.tier_id = :to and t.function = f.function
                cross join lateral (values (f.code), (f.accounting_account)) c(code)
                where f.tier_id = :from and c.code is not null and c.code is distinct from t.code
                  and c.code <> coalesce(t.accounting_account, f.accounting_account, '')
                on conflict (code) do nothing
                """,
                fromTierId,
                toTierId);
        move(
                """
                with gone as (
                    delete from tier_function_block f using tier_function_block t
                    where f.tier_id = :from and t.tier_id = :to and t.function = f.function returning f.*)
                update tier_function_block t
                set version = t.version + 1, accounting_account = coalesce(t.accounting_account, g.accounting_account),
                    payment_terms = coalesce(t.payment_terms, g.payment_terms),
                    payment_method = coalesce(t.payment_method, g.payment_method), discount = coalesce(t.discount, g.discount),
                    notes = nullif(concat_ws(E'\\n', t.notes, g.notes), ''), since = least(t.since, g.since),
                    ended_at = case when g.ended_at is null then null else t.ended_at end
                from gone g where t.tier_id = :to and t.function = g.function
                """,
                fromTierId,
                toTierId);
        // A function that the survivor did not have is known by the code under which it was used.
        move(
                """
                update tier_function_block set version = version + 1, tier_id = :to,
                       code = coalesce(code, (select code from tier where id = :from))
                where tier_id = :from
                """,
                fromTierId,
                toTierId);
        move("update tier_former_code set tier_id = :to where tier_id = :from", fromTierId, toTierId);
        move(
                """
                insert into tier_former_code (code, tier_id, kind, since) select code, :to, 'MERGED', now() from tier where id = :from
                on conflict (code) do nothing
                """,
                fromTierId,
                toTierId);
    }

    /** Numbers and terms stay for the books; what was noted goes. */
    @Override
    public void anonymise(long tierId) {
        execute(
                "update tier_function_block set version = version + 1, notes = null where tier_id = :tier and notes is not null",
                tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select function, code, accounting_account, payment_terms, payment_method, discount, notes, since::text as since
                from tier_function_block where tier_id = :tier order by function
                """,
                tierId,
                out);
        section(
                "former-code",
                "select code, kind, since::text as since from tier_former_code where tier_id = :tier order by since, code",
                tierId,
                out);
    }
}
