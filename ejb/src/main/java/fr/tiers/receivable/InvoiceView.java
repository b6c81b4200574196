package fr.tiers.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice as read.
 *
 * @param externalId the ERP's id
 * @param tier id of the tier
 * @param company code of the company that issued it, null when unknown
 * @param type INVOICE or CREDIT_NOTE
 * @param dueDate null when the ERP gave none
 * @param totalAmount in {@code currency}, taxes included
 * @param openAmount what is not paid yet
 * @param status OPEN, PARTLY_PAID or PAID
 */
public record InvoiceView(
        long id,
        String externalId,
        long tier,
        String tierCode,
        String tierName,
        String company,
        String number,
        String type,
        LocalDate date,
        LocalDate dueDate,
        String currency,
        BigDecimal totalAmount,
        BigDecimal openAmount,
        String status,
        List<InvoiceLineView> lines) {}
