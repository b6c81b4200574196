/** Lists under a name: the conditions, order and columns somebody wants to come back to, alone or with the whole house. */
package fr.tiers.savedview;
