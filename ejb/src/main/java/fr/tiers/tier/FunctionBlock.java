package fr.tiers.tier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a tier has as a customer or as a supplier.
 *
 * @param function CUSTOMER or SUPPLIER
 * @param version 0 as long as nothing was kept
 * @param code its own code; null when the tier's code serves
 * @param discount usual one, in percent
 * @param since null when nobody knows
 */
public record FunctionBlock(
        String function,
        long version,
        String code,
        String accountingAccount,
        String paymentTerms,
        String paymentMethod,
        BigDecimal discount,
        String notes,
        Instant since)
        implements Serializable {}
