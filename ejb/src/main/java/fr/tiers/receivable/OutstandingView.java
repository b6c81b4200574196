package fr.tiers.receivable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a tier owes: the ERP's figures, null when it sent none, and what we compute from its invoices, all in one currency.
 *
 * @param amount according to the ERP
 * @param creditLimit null for none
 * @param usagePercent amount in percent of the limit, rounded; null without a limit
 * @param asOf when the ERP computed it
 * @param openInvoices what is open on invoices
 * @param openCreditNotes what is open on credit notes, as a positive amount
 * @param notDue part of {@code openInvoices}, like the overdue amounts by days
 * @param paymentsUnderway payments recorded here that the ERP has not answered yet
 */
public record OutstandingView(
        long tier,
        String currency,
        BigDecimal amount,
        BigDecimal creditLimit,
        Integer usagePercent,
        boolean accountingBlocked,
        Instant asOf,
        BigDecimal openInvoices,
        BigDecimal openCreditNotes,
        BigDecimal notDue,
        BigDecimal overdue30,
        BigDecimal overdue60,
        BigDecimal overdue90,
        BigDecimal overdueMore,
        BigDecimal paymentsUnderway) {}
