package fr.tiers.registry;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import java.util.regex.Pattern;

/**
 * Where in the directory's answer a page of ours starts: the directory pages by company, our lists by establishment.
 *
 * @param page the directory's page, from 1
 * @param offset establishments of that page already shown
 */
record DirectoryPlace(int page, int offset) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,3})\\.(\\d{1,5})");

    /** @throws BusinessException INVALID on {@code after} for anything that {@link #slice} did not make */
    static DirectoryPlace parse(String after) {
        if (after == null) {
            return new DirectoryPlace(1, 0);
        }
        var match = SHAPE.matcher(after);
        if (!match.matches() || Integer.parseInt(match.group(1)) < 1) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
        return new DirectoryPlace(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** @param pages how many the directory lets us turn */
    Slice<CompanyMatch> slice(CompanyPage found, int pages, int limit) {
        var items = found.items().stream().skip(offset).limit(limit).toList();
        var next = next(found.items().size(), items.size(), pages);
        return new Slice<>(items, next, found.total(), found.totalIsExact());
    }

    String next(int onPage, int shown, int pages) {
        if (offset + shown < onPage) {
            return page + "." + (offset + shown);
        }
        return page < pages ? page + 1 + ".0" : null;
    }
}
