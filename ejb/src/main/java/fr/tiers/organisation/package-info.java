/**
 * How the company is organised: companies, agencies, the tree of sales units, users, their roles and groups.
 */
package fr.tiers.organisation;
