/**
 * The frame around every page: navigation, language and theme, formats, error pages, request filters.
 * Knows no feature; a feature adds its line to {@link fr.tiers.shell.web.Navigation} and fills the template.
 */
package fr.tiers.shell.web;
