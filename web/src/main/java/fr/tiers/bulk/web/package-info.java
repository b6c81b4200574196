/** Bulk actions on tiers: pages and REST. */
package fr.tiers.bulk.web;
