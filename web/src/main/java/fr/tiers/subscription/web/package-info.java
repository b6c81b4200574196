/**
 * The bell, the pages of notifications and subscriptions, and the same over REST.
 */
package fr.tiers.subscription.web;
