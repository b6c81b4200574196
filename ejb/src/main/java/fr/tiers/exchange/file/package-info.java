/** Reads tables from files that anybody may have sent: CSV and XLSX, row by row, within limits. */
package fr.tiers.exchange.file;
