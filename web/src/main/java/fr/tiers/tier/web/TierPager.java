package fr.tiers.tier.web;

import fr.tiers.tier.TierPage;
import java.util.List;

/**
 * Where the list of tiers is and where its pages lead. Neighbouring pages are found by the rows at the edges of this one, so that the
 * last page of a million opens as fast as the first.
 *
 * @param total how many there are; at least so many when {@code more}
 */
public record TierPager(TierListQuery query, TierPage page, long total, boolean more) {

    private static final List<Integer> SIZES = List.of(25, 50, 100);

    /** A length of the page, with the link that chooses it. */
    public record Size(int rows, String url, boolean current) {}

    /** One of the conditions that a jump to another page keeps. */
    public record Kept(String name, String value) {}

    /** Without any parameter the list would open the usual view instead. */
    private static String url(TierListQuery query) {
        var url = query.toUrl();
        return url.isEmpty() ? "?view=0" : url;
    }

    public boolean isTurnable() {
        return page.before() != null || page.after() != null;
    }

    /** Null on the first page. */
    public String getFirstUrl() {
        return page.before() == null ? null : url(query.at(1));
    }

    public String getPreviousUrl() {
        return page.before() == null ? null : url(query.before(page.before()));
    }

    public String getNextUrl() {
        return page.after() == null ? null : query.after(page.after()).toUrl();
    }

    /** Null on the last page. */
    public String getLastUrl() {
        return page.after() == null ? null : query.at(more ? -1 : pages()).toUrl();
    }

    private int pages() {
        return (int) Math.max(1, Math.min((total + query.size() - 1) / query.size(), 999_999));
    }

    /** Whether it is known how many rows stand before this page. */
    public boolean isNumbered() {
        return query.page() > 0;
    }

    /** From the end, the last one being 1. */
    public int getPageFromEnd() {
        return -query.page();
    }

    public long getFirstRow() {
        return (query.page() - 1L) * query.size() + 1;
    }

    public long getLastRow() {
        return getFirstRow() + page.items().size() - 1;
    }

    public List<Size> getSizes() {
        return SIZES.stream()
                .map(rows -> new Size(rows, url(query.sized(rows)), rows == query.size()))
                .toList();
    }

    public List<Kept> getKept() {
        return query.at(1).values().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Kept(entry.getKey(), value)))
                .toList();
    }
}
