/** Saved views over REST and above the lists. */
package fr.tiers.savedview.web;
