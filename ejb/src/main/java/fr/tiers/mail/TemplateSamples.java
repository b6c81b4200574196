package fr.tiers.mail;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Real records with which the templates of some purposes can be looked at. Offered as a CDI bean by the feature that writes these mails;
 * shows nobody what he or she may not see.
 */
public interface TemplateSamples {

    /** What is asked for of the three below is one of these. */
    Set<String> purposes();

    /**
     * @param words part of what the record is called; blank for the latest
     * @return at most so many
     */
    List<TemplateSample> find(String purpose, String words, int limit);

    /**
     * What the tokens of the purpose stand for in a mail about this record, read by the caller.
     *
     * @throws fr.tiers.kernel.BusinessException NOT_FOUND for one that is not the caller's to see
     */
    Map<String, String> values(String purpose, long id, String language);
}
