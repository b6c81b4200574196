/**
 * What must hold when something breaks: mail servers that refuse, providers that are down, servers that are killed at the worst moment.
 * Each test has its own database, folder and ports, and real server processes that can be ended like a power cut would.
 *
 * <p>{@code -Dtiers.soak=<factor>} makes the random campaigns that many times longer.
 */
package fr.tiers.crash;
