/**
 * The editor of rules of recurrence, for any form whose things come again.
 */
package fr.tiers.recurrence.web;
