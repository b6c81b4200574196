/**
 * What the tests of the whole stand on: one running server for all of them, a REST client, people and tiers of their own.
 */
package fr.tiers.it;
