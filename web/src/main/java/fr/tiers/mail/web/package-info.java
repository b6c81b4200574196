/**
 * The outbox and the templates of mails, over REST and on pages.
 */
package fr.tiers.mail.web;
