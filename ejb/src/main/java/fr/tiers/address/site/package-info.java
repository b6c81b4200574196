/**
 * What makes an address a site: opening hours, public holidays, technicians and what they must be allowed to do.
 */
package fr.tiers.address.site;
