/** The simulated API Recherche d'entreprises: parameters, ranking and error texts as the State's server has them. */
package fr.tiers.simulator.recherche;
