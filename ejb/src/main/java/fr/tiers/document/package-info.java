/**
 * Files on a tier: uploads, versions, categories, and the general document base of what is published.
 */
package fr.tiers.document;
