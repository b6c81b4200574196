/**
 * Yearly key figures of companies (turnover, result, headcount): as published by Infogreffe, or entered by hand. A figure entered by hand
 * is never overwritten, a figure that is known never by an unknown one.
 */
package fr.tiers.keyfigures;
