package fr.tiers.receivable;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Invoices, payments and outstanding of a tier. Invoices and payments must be kept (code de commerce, L.123-22: ten years). */
@ApplicationScoped
public class ReceivableAttachment extends TableAttachment {

    protected ReceivableAttachment() {
        this(null);
    }

    @Inject
    public ReceivableAttachment(Db db) {
        super(db, "receivable", "invoice");
    }

    @Override
    public Set<String> tables() {
        return Set.of("invoice", "payment", "outstanding");
    }

    @Override
    protected CountQuery counting() {
        return new CountQuery(
                "select (select count(*) from invoice where tier_id = :tier) + (select count(*) from payment where tier_id = :tier)",
                Map.of());
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return count(tierId) > 0;
    }

    @Override
    public void delete(long tierId) {
        execute("delete from outstanding where tier_id = :tier", tierId);
    }

    /** Outstanding amounts add up; the limit and the date of the surviving tier hold, the block of either does. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        // In the order in which payments lock them.
        move("select id from invoice where tier_id in (:from, :to) order by id for update", fromTierId, toTierId);
        move("update invoice set tier_id = :to, version = version + 1 where tier_id = :from", fromTierId, toTierId);
        move("update payment set tier_id = :to, version = version + 1 where tier_id = :from", fromTierId, toTierId);
        move(
                """
                insert into outstanding as o (tier_id, amount, credit_limit, accounting_blocked, currency, as_of)
                select :to, amount, credit_limit, accounting_blocked, currency, as_of from outstanding where tier_id = :from
                on conflict (tier_id) do update
                    set amount = o.amount + case when o.currency = excluded.currency then excluded.amount else 0 end,
                        credit_limit = coalesce(o.credit_limit, excluded.credit_limit),
                        accounting_blocked = o.accounting_blocked or excluded.accounting_blocked
                """,
                fromTierId,
                toTierId);
        execute("delete from outstanding where tier_id = :tier", fromTierId);
    }

    /** Accounting records name the tier only through its id and are kept by law; the reference of a payment may hold a name. */
    @Override
    public void anonymise(long tierId) {
        execute("update payment set reference = null where tier_id = :tier", tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                "invoices",
                """
                select number, type, date::text as date, due_date::text as due_date, currency, total_amount, paid_amount
                from invoice where tier_id = :tier order by id
                """,
                tierId,
                out);
        section(
                "payments",
                """
                select amount, currency, method, date::text as date, reference, collector, status from payment where tier_id = :tier
                order by id
                """,
                tierId,
                out);
        section(
                "outstanding",
                "select amount, credit_limit, currency, accounting_blocked, as_of::text as as_of from outstanding where tier_id = :tier",
                tierId,
                out);
    }
}
