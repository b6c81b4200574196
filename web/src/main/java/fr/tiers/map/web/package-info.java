/** The map of tiers: page and REST. */
package fr.tiers.map.web;
