/** Jobs: start, watch, stop, resume, and read what they passed over. */
package fr.tiers.job.web;
