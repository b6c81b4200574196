/** Merge of records over REST and on pages. */
package fr.tiers.merge.web;
