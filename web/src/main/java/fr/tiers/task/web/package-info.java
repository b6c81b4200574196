/**
 * Tasks on the screen and over REST: list, board, form.
 */
package fr.tiers.task.web;
