/** Administered lists on pages and over REST: what each of them inherits. */
package fr.tiers.codelist.web;
