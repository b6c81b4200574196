package fr.tiers.duplicate;

/** What speaks against two tiers being the same. */
enum Caution {
    /** Same SIREN, another SIRET: another place of the same company. */
    OTHER_ESTABLISHMENT,
    OTHER_SIREN,
    /** "Acme SAS" and "Acme SARL" are two companies until somebody says otherwise. */
    OTHER_LEGAL_FORM,
    OTHER_STREET
}
