/** Breaking the simulated services on purpose: faults, limits and counters, as a page and as JSON. */
package fr.tiers.simulator.control;
