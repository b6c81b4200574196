/**
 * Files on a tier over pages and REST: the tab, the page of a document, the general document base, the categories.
 */
package fr.tiers.document.web;
