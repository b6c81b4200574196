/** The simulated geocoder of the Géoplateforme: one address, or a file of them. */
package fr.tiers.simulator.geopf;
