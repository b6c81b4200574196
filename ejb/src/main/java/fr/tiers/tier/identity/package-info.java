/**
 * Official numbers of companies as pure rules: SIREN, SIRET, VAT number, APE code. Text in, text out; no database, no registry: a
 * number can be well formed and still unknown to the registries (provisional SIREN), which is another question.
 */
package fr.tiers.tier.identity;
