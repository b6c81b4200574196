package fr.tiers.contact;

/** What somebody's word weighs when a tier decides. */
public enum DecisionRole {
    DECISION_MAKER,
    INFLUENCER,
    USER,
    GATEKEEPER,
    OPPONENT
}
