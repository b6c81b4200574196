package fr.tiers.contact;

import fr.tiers.customfield.FieldFilter;
import fr.tiers.tag.Tagged;
import java.util.List;

/**
 * Which people a list shows; null asks for nothing.
 *
 * @param q words of the name, the e-mail, a number, or the tier's name
 * @param tier id
 * @param current true for those one can turn to, false for those who have left
 * @param extranet whether they have an account on the extranet
 * @param reachable true for those whose slots say that they can be reached now
 * @param emailState what is known of the e-mail address, where there is one
 * @param tags which tags they must wear, or must not
 * @param custom conditions about custom fields
 */
public record ContactFilter(
        String q,
        Long tier,
        String jobFamily,
        DecisionRole decisionRole,
        Boolean main,
        Boolean current,
        Boolean extranet,
        Boolean reachable,
        EmailState emailState,
        Tagged tags,
        List<FieldFilter> custom) {

    public static final ContactFilter NONE = new ContactFilter(null, null, null, null, null, null, null, null);

    /** Without conditions about e-mail addresses, tags and custom fields. */
    public ContactFilter(
            String q,
            Long tier,
            String jobFamily,
            DecisionRole decisionRole,
            Boolean main,
            Boolean current,
            Boolean extranet,
            Boolean reachable) {
        this(q, tier, jobFamily, decisionRole, main, current, extranet, reachable, null, Tagged.WHATEVER, List.of());
    }

    /** Whether only people with a link can be meant. */
    boolean asksForLink() {
        return tier != null
                || jobFamily != null
                || decisionRole != null
                || main != null
                || current != null
                || reachable != null
                || emailState != null;
    }
}
