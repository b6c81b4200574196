package fr.tiers.receivable;

/**
 * What the ERP says about a payment.
 *
 * @param status INTEGRATED or REJECTED
 * @param reason required with REJECTED
 */
public record AcknowledgementCommand(String status, String reason) {}
