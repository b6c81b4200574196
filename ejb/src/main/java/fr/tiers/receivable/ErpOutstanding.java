package fr.tiers.receivable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The ERP's view of what a tier owes.
 *
 * @param amount what it owes in all; negative when we owe
 * @param creditLimit null for none
 * @param accountingBlocked whether the accounts block the tier; null means no
 * @param currency ISO 4217; null means EUR
 * @param asOf when the ERP computed it; null means now
 */
public record ErpOutstanding(
        BigDecimal amount, BigDecimal creditLimit, Boolean accountingBlocked, String currency, Instant asOf) {}
