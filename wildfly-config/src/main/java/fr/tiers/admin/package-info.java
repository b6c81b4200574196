/** Commands of the server kit, for the people who run Tiers in production. They speak French, as their readers do. */
package fr.tiers.admin;
