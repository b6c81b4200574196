/** The simulated API Sirene 3.11 of INSEE: legal units and establishments. */
package fr.tiers.simulator.insee;
