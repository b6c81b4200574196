/**
 * Import of tiers from files: upload, meaning of the columns, keys, simulation of every row, the run of exactly that plan, its way back.
 * What is written goes through the services of the tier and its contacts, as the user who started it.
 */
package fr.tiers.exchange;
