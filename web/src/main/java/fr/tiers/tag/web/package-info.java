/**
 * Tags: their administration by page and REST, and what a tier wears.
 */
package fr.tiers.tag.web;
