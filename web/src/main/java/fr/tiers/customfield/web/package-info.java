/**
 * Custom fields: their administration by page and REST, the inputs of forms, the columns and filters of lists.
 */
package fr.tiers.customfield.web;
