package fr.tiers.duplicate;

/** Which of several tiers is proposed to remain: the one that most depends on, then the one that says most, then the oldest. */
final class Survivor {

    /** Best first, of the table {@code tier} under the alias t. */
    static final String ORDER =
            """
            t.status = 'ACTIVE' desc,
            exists (select 1 from invoice i where i.tier_id = t.id) desc,
            exists (select 1 from tier_function f join tier_type y on y.code = f.type_code
                    where f.tier_id = t.id and y.function = 'CUSTOMER') desc,
            t.siret is not null desc, t.siren is not null desc, coalesce(t.quality, 0) desc, t.created_at, t.id
            """;

    private Survivor() {}
}
