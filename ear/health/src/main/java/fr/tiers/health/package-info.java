/**
 * What the server asks of the application before it calls itself ready ({@code /health/ready} on the management port). Knows no feature.
 */
package fr.tiers.health;
