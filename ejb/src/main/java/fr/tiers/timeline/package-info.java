/**
 * Everything that happened to a tier in one stream: its events and the changes of its data.
 */
package fr.tiers.timeline;
