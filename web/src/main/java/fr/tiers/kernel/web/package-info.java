/**
 * The habits of the REST contract, kept in one place: errors, paging parameters, ETags, idempotency, strict JSON.
 */
package fr.tiers.kernel.web;
