package fr.tiers.receivable;

import java.math.BigDecimal;
import java.util.List;

/**
 * What recording a payment would come to, and what head office would be told.
 *
 * @param payment its id means nothing: nothing was kept
 * @param recipients of the mail to head office
 * @param subject of that mail
 * @param balance what the tier would still owe, in the payment's currency
 */
public record PaymentPreview(PaymentView payment, List<String> recipients, String subject, BigDecimal balance) {}
