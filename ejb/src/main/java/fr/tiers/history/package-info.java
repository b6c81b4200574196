/**
 * The change log: who changed which field of what, when, and through which path.
 */
package fr.tiers.history;
