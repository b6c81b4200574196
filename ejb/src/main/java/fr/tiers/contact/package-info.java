/**
 * People, and their links to tiers: the person is kept once, role, e-mail and phone belong to the link.
 */
package fr.tiers.contact;
