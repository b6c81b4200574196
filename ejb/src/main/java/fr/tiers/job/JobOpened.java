package fr.tiers.job;

/**
 * A run was opened or opened again; observed after the commit to launch it.
 *
 * @param lease of the run when it was opened: once another node has taken it, there is nothing to launch here
 */
public record JobOpened(long id, long lease) {}
