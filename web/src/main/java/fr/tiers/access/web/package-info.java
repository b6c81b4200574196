/** Access tokens over REST: each caller makes, lists and revokes the own ones. */
package fr.tiers.access.web;
