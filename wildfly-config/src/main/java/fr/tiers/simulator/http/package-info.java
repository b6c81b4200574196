/** What the simulated services share: the call, the answer, JSON. Knows no service. */
package fr.tiers.simulator.http;
