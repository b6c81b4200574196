/**
 * Reminders of events, invitations to meetings, and calendars that go out to other programs or come in from them.
 */
package fr.tiers.calendar;
