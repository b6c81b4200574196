package fr.tiers.receivable;

/** The invoice as it stands now, and what the call came to. */
public record ErpInvoiceResult(Upsert outcome, InvoiceView invoice) {}
