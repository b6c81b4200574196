package fr.tiers.mail;

import java.util.List;

/**
 * A mail taken from the outbox to be sent now.
 *
 * @param messageId with angle brackets, the same at every try
 * @param attempt number of this try, from 1; also what tells this claim from a later one
 * @param attachment null when none
 */
public record ClaimedMail(
        long id,
        String messageId,
        int attempt,
        List<String> recipients,
        String subject,
        String body,
        AttachedText attachment) {}
