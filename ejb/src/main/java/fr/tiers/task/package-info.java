/**
 * The events that are to be done: whose they are, in which order, who takes them. A task is an event of the kind TASK.
 */
package fr.tiers.task;
