package fr.tiers.quality;

import fr.tiers.contact.JobFamilies;

/**
 * What a point can be given for, as SQL about tier {@code t}. A closed list: administrators choose and weigh, they do not write SQL.
 * {@code :today} is the day, {@code :now} the moment that is looked at.
 */
public enum Criterion {
    APE("t.ape_code is not null"),
    SIRET("t.siret is not null"),
    WEBSITE("t.website is not null"),
    HEADCOUNT("t.headcount is not null or coalesce(t.headcount_band, 'NN') <> 'NN'"),
    TURNOVER("t.turnover is not null"),
    CONTACT_EMAIL(contactsWithEmail() + " >= 1"),
    SECOND_CONTACT_EMAIL(contactsWithEmail() + " >= 2"),
    /** The third contact counts only with somebody of the management among those who have an e-mail. */
    THIRD_CONTACT_MANAGEMENT("(select count(distinct l.contact_id) >= 3 and coalesce(bool_or(l.job_family = '"
            + JobFamilies.MANAGEMENT + "'), false)"
            + emails() + ")"),
    VISIT_FREQUENCY(
            "exists (select 1 from tier_collaborator k where k.tier_id = t.id and k.visits_per_year is not null)"),
    RECENT_VISIT(
            """
            exists (select 1 from event v where v.tier_id = t.id and v.type = 'MEETING' and v.starts_at <= :now
                    and v.starts_at > cast(:now as timestamptz) - interval '12 months')"""),
    PHONE("t.phone is not null or t.mobile is not null"),
    EMAIL("t.email is not null"),
    ADDRESS("t.postal_code is not null and t.city is not null"),
    VAT_NUMBER("t.vat_number is not null"),
    OWNER("t.owner_id is not null");

    private final String condition;

    Criterion(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    private static String contactsWithEmail() {
        return "(select count(distinct l.contact_id)" + emails() + ")";
    }

    private static String emails() {
        return " from contact_link l where l.tier_id = t.id and l.email is not null and (l.to_date is null or l.to_date >= :today)";
    }
}
