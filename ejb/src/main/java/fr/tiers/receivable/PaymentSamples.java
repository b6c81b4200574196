package fr.tiers.receivable;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateSamples;
import fr.tiers.tier.SearchWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The template about payments is looked at with a payment. */
@ApplicationScoped
public class PaymentSamples implements TemplateSamples {

    private final Db db;
    private final Callers callers;
    private final PaymentQuery payments;
    private final PaymentStore store;

    protected PaymentSamples() {
        this(null, null, null, null);
    }

    @Inject
    public PaymentSamples(Db db, Callers callers, PaymentQuery payments, PaymentStore store) {
        this.db = db;
        this.callers = callers;
        this.payments = payments;
        this.store = store;
    }

    @Override
    public Set<String> purposes() {
        return Set.of(PaymentTokens.PURPOSE);
    }

    @Override
    public List<TemplateSample> find(String purpose, String words, int limit) {
        var visibility = Visibility.of(callers.current(), Action.SEE_OUTSTANDING);
        var patterns = SearchWords.patterns(words);
        var like = IntStream.range(0, patterns.size())
                .mapToObj(i -> " and t.search_text like fold(:word" + i + ')')
                .collect(Collectors.joining());
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(
                    """
                    select p.id, concat_ws(' · ', p.id, t.code, t.name) as label from payment p join tier t on t.id = p.tier_id
                    where %s%s order by p.id desc limit :limit
                    """
                            .formatted(visibility.predicate("t"), like)));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("limit", limit)
                    .map((row, context) -> new TemplateSample(row.getLong("id"), row.getString("label")))
                    .list();
        });
    }

    @Override
    public Map<String, String> values(String purpose, long id, String language) {
        var payment = payments.read(id);
        var names = db.call(handle -> handle.createQuery(
                        """
                        select coalesce(c.code, '') as code, coalesce(c.name, '—') as name, coalesce(u.display_name, p.collector) as collector
                        from payment p left join company c on c.id = p.company_id left join app_user u on u.login = p.collector
                        where p.id = :id
                        """)
                .bind("id", id)
                .mapToMap()
                .one());
        var company = new PayeeCompany((String) names.get("code"), (String) names.get("name"), language, "");
        return PaymentTokens.values(
                payment, company, (String) names.get("collector"), store.balance(payment.tier(), payment.currency()));
    }
}
