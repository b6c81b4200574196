/**
 * The official directory of companies (annuaire des entreprises): search it, and fetch what a new tier is filled with.
 */
package fr.tiers.registry;
