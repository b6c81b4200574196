package fr.tiers.registry;

import java.util.List;

/**
 * One page of the directory's answer.
 *
 * @param items one line per establishment; a company may have several
 * @param page from 1
 * @param pages how many there are, 0 when nothing was found
 * @param total companies, not establishments
 * @param totalIsExact false at 10 000, where the directory stops counting
 */
public record CompanyPage(List<CompanyMatch> items, int page, int pages, long total, boolean totalIsExact) {}
