/**
 * Mails that users write to contacts, and the templates they choose from. A mail goes through the outbox of {@link fr.tiers.mail} and is
 * noted as an event of the tier and the contact.
 */
package fr.tiers.letter;
