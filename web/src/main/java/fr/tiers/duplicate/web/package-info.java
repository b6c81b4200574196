/** The inbox of probable duplicates and what was said of pairs: the page and REST. */
package fr.tiers.duplicate.web;
