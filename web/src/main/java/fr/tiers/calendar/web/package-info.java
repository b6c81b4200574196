/**
 * Reminders, invitations and calendars in and out: pages, REST, and what is reached without signing in.
 */
package fr.tiers.calendar.web;
