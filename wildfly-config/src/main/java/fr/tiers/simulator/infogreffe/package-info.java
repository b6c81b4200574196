/** The simulated open data portal of Infogreffe: yearly datasets of key figures and the language that asks them. */
package fr.tiers.simulator.infogreffe;
