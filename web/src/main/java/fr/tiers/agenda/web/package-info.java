/** The agenda on the screen and over REST. */
package fr.tiers.agenda.web;
