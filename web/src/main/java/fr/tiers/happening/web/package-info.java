/**
 * The catalogue of business happenings on a page and over REST.
 */
package fr.tiers.happening.web;
