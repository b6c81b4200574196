package fr.tiers.letter;

import fr.tiers.kernel.Checks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * A mail to contacts of a tier; each gets one of his or her own.
 *
 * @param contacts links of contacts at the tier
 * @param template id; null for free text
 * @param subject null for that of the template
 * @param html null for that of the template
 * @param fill whether fields in subject and text are filled in; always when both are the template's
 * @param documents ids of documents of the tier that go with it, besides the files of the template
 */
public record LetterCommand(
        List<Long> contacts, Long template, String subject, String html, Boolean fill, List<Long> documents) {

    static final int MOST_CONTACTS = 50;

    public LetterCommand {
        contacts = distinct(contacts);
        documents = distinct(documents);
        subject = Checks.trim(subject);
        fill = Boolean.TRUE.equals(fill);
    }

    private static List<Long> distinct(List<Long> ids) {
        return ids == null
                ? List.of()
                : List.copyOf(new LinkedHashSet<>(
                        ids.stream().filter(Objects::nonNull).toList()));
    }
}
