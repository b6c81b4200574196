/** Pages and REST about who of us works on a tier, represents us there, and who sees it from outside. */
package fr.tiers.collaborator.web;
