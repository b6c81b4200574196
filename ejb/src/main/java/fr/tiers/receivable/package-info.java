/**
 * What tiers owe: invoices and outstanding as the ERP sends them, payments recorded here by invoice line, the mail to head office about
 * each and the ERP's answer. Knows the tier and the outbox; nobody knows it.
 */
package fr.tiers.receivable;
