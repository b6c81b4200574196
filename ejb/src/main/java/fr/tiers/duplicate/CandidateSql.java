package fr.tiers.duplicate;

/**
 * Who may be whom among a million: each condition by an index of its own, none of them bringing more than a few dozen. It only finds; what
 * is found is judged by {@link Match}. One value at a time: of a list of values the planner believes that many rows have them, and scans.
 */
final class CandidateSql {

    /** The tiers of {@code :ids}. */
    static final String OF_ROWS =
            """
            select t.id, t.siret, t.siren, t.vat_number, t.phone, t.mobile, t.website, t.name, t.trade_name, t.postal_code,
                   array_append(array(select e.email from tier_other_email e where e.tier_id = t.id), t.email) as emails
            from tier t where t.id = any(:ids)
            """;

    /** Somebody who is not written down yet. */
    static final String OF_DRAFT =
            """
            select cast(null as bigint) as id, cast(:siret as text) as siret, cast(:siren as text) as siren,
                   cast(:vatNumber as text) as vat_number, cast(:phone as text) as phone, cast(:mobile as text) as mobile,
                   cast(:website as text) as website, cast(:name as text) as name, cast(:tradeName as text) as trade_name,
                   cast(:postalCode as text) as postal_code, cast(:emails as text[]) as emails
            """;

    private static final String FIND =
            """
            with source as (%s),
            probe as materialized (
                select id, siret, siren, upper(vat_number) as vat_number, postal_code,
                       company_key(name) as name_key, company_key(trade_name) as trade_key,
                       array(select lower(e) from unnest(emails) e where e <> '') as emails,
                       array(select right(digits(p), 9) from unnest(array[phone, mobile]) p where length(digits(p)) >= 9) as phones,
                       array(select distinct web_domain(a) from unnest(emails || website) a
                             where web_domain(a) <> all(:shared)) as domains
                from source)
            select probe.id as probe_id, found.id
            from probe cross join lateral (
                (select id from tier where siret = probe.siret limit 50)
                union (select id from tier where siren = probe.siren limit 50)
                union (select id from tier where vat_number = probe.vat_number limit 50)
                union (select of.id from unnest(probe.emails) e cross join lateral (
                           (select id from tier where lower(email) = e limit 50)
                           union all (select tier_id from tier_other_email where lower(email) = e limit 50)) of)
                union (select of.id from unnest(probe.phones) p cross join lateral (
                           (select id from tier where right(digits(phone), 9) = p limit 50)
                           union all (select id from tier where right(digits(mobile), 9) = p limit 50)) of)
                union (select id from tier where web_domain(website) = any(probe.domains)
                       order by similarity(name_key, probe.name_key) desc nulls last limit 50)
                union (select id from tier where web_domain(email) = any(probe.domains)
                       order by similarity(name_key, probe.name_key) desc nulls last limit 50)
                union (select id from tier where postal_code = probe.postal_code and name_key %% probe.name_key
                       order by similarity(name_key, probe.name_key) desc limit 50)
                union (select id from tier where name_key = probe.name_key limit 50)
                union (select id from tier where name_key = probe.trade_key limit 50)
                union (select id from tier where company_key(trade_name) = any(array[probe.name_key, probe.trade_key]) limit 50)
            ) found
            where found.id is distinct from probe.id
            """;

    private CandidateSql() {}

    /** @param source one of those above; {@code :shared} is for the domains that say nothing */
    static String of(String source) {
        return FIND.formatted(source);
    }
}
