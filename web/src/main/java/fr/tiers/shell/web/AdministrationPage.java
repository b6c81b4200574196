package fr.tiers.shell.web;

/**
 * One card of the administration.
 *
 * @param page where it leads
 * @param icon PrimeIcons class
 * @param title key of its name
 * @param hint key of what is done there
 */
public record AdministrationPage(String page, String icon, String title, String hint) {}
