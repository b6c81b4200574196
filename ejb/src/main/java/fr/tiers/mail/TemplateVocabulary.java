package fr.tiers.mail;

import java.util.Set;

/** The closed list of tokens that templates of one purpose may use. Each feature that writes mails offers one CDI bean of it. */
public interface TemplateVocabulary {

    /** E.g. {@code PAYMENT_RECORDED}. */
    String purpose();

    /** Without braces, e.g. {@code tier.name}. */
    Set<String> tokens();
}
