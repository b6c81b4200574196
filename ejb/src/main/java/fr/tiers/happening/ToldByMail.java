package fr.tiers.happening;

import java.util.Set;

/**
 * CDI event: somebody was told by a mail of its own what has happened with a tier in this transaction; whoever tells happenings by mail
 * leaves this person out.
 *
 * @param codes what the mail speaks of
 */
public record ToldByMail(Set<HappeningCode> codes, long tierId, long userId) {

    public ToldByMail {
        codes = Set.copyOf(codes);
    }
}
