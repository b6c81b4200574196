/**
 * What happens with a tier: calls, e-mails, notes, meetings, tasks.
 */
package fr.tiers.event;
