/**
 * Following tiers: who wants to know what of which tier, how it is delivered (bell, mail at once, digest), and the notifications.
 */
package fr.tiers.subscription;
