/**
 * Journeys in a real browser, as their people make them. Every page that a journey opens is listened to: an error on the console, a
 * missing text or a violated content security policy fails the test.
 */
package fr.tiers.browser;
