/** Merge of records that are the same party, with preview and undo. One journal in the database serves every kind of record. */
package fr.tiers.merge;
