/**
 * Notes on a tier over pages and REST.
 */
package fr.tiers.note.web;
