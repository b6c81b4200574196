package fr.tiers.job;

/**
 * A job with its latest run.
 *
 * @param last null when it never ran
 */
public record JobOverview(JobOffer job, JobExecution last) {}
