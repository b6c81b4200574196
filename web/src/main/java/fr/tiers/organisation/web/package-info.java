/**
 * Administration: companies, agencies, sales units, groups, users and types of tiers, over REST and on pages.
 */
package fr.tiers.organisation.web;
