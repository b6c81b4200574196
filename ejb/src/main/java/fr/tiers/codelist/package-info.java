/** Administered lists: codes with labels in both languages that an administrator keeps. A list is one small class on {@link CodeList}. */
package fr.tiers.codelist;
