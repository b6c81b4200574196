/**
 * What happened to a tier: beside its summary, as a tab, and over REST.
 */
package fr.tiers.timeline.web;
