/**
 * The rules that give codes, over REST and on their page.
 */
package fr.tiers.numbering.web;
