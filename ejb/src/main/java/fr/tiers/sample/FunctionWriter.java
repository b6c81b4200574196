package fr.tiers.sample;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Accounts and terms of the customers and suppliers, and how often owners mean to visit; the same for the same tiers. */
final class FunctionWriter {

    private final Handle handle;
    private final Instant since;

    FunctionWriter(Handle handle, Instant since) {
        this.handle = handle;
        this.since = since;
    }

    void write() {
        block("CUSTOMER", "411");
        block("SUPPLIER", "401");
        handle.execute(
                """
                insert into tier_collaborator (tier_id, user_id, visits_per_year)
                select id, owner_id, (array[12, 6, 4, 2])[1 + id % 4] from tier where owner_id is not null and id % 5 in (0, 2)
                on conflict (tier_id, user_id) do update set visits_per_year = excluded.visits_per_year
                """);
    }

    private void block(String function, String account) {
        handle.createUpdate(
                        """
                        insert into tier_function_block (tier_id, function, accounting_account, payment_terms, payment_method, discount, since)
                        select t.id, :function, :account || lpad((row_number() over (order by t.id))::text, 5, '0'),
                               coalesce(t.payment_terms, (array['30 jours fin de mois', '45 jours fin de mois', 'À réception'])[1 + t.id % 3]),
                               (array['TRANSFER', 'DIRECT_DEBIT', 'CARD', 'CHEQUE'])[1 + t.id % 4],
                               case t.id % 6 when 0 then 2 when 3 then 5 end, :since
                        from tier t
                        where exists (select 1 from tier_function f join tier_type y on y.code = f.type_code
                                      where f.tier_id = t.id and y.function = :function)
                        """)
                .bind("function", function)
                .bind("account", account)
                .bind("since", since)
                .execute();
        handle.createUpdate(
                        """
                        insert into numbering_counter (rule_code, period, last_value)
                        select :rule, '', count(*) from tier_function_block where function = :function
                        """)
                .bind("rule", function + "_ACCOUNT")
                .bind("function", function)
                .execute();
    }
}
