package fr.tiers.numbering;

/** What a range of codes is for. */
public enum Purpose {
    /** Tiers that no other range is for. */
    SHARED,
    CUSTOMER,
    PROSPECT,
    SUPPLIER,
    /** Accounts of customers in the books; never touched by how tiers are numbered. */
    CUSTOMER_ACCOUNT,
    SUPPLIER_ACCOUNT
}
