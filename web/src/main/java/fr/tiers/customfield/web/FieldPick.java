package fr.tiers.customfield.web;

import java.io.Serializable;

/** Something chosen from a list that is searched: an option, a tier, a user. */
public record FieldPick(String key, String label) implements Serializable {}
