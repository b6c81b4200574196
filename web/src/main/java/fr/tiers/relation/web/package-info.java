/**
 * The tab with the relations of a tier, the page of relation types, and both over REST.
 */
package fr.tiers.relation.web;
