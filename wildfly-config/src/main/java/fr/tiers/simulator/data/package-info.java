/** The companies the simulator knows: recorded, odd and invented ones, and the tables they are made of. */
package fr.tiers.simulator.data;
