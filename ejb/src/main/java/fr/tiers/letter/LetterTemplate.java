package fr.tiers.letter;

import fr.tiers.mail.MailFileRow;
import java.io.Serializable;
import java.util.List;

/**
 * A template that users may choose when they write to a contact.
 *
 * @param category under which it is found; null for none
 * @param company code of the company whose users have it; null for everybody
 * @param language fr or en
 * @param html formatted text with tokens
 * @param active whether it is offered
 * @param files what goes with every mail that is made of it
 */
public record LetterTemplate(
        long id,
        long version,
        String name,
        String category,
        String company,
        String language,
        String subject,
        String html,
        boolean active,
        List<MailFileRow> files)
        implements Serializable {}
