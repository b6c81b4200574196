package fr.tiers.merge.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.PreviewChangedException;
import fr.tiers.merge.MergePreview;
import fr.tiers.merge.Patience;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** What a merge answers when it is no longer what was confirmed. */
final class MergeAnswers {

    private MergeAnswers() {}

    /** @param preview of what would be done now, with the same choices */
    static Response orPreview(Supplier<Response> merge, Supplier<MergePreview> preview) {
        try {
            return merge.get();
        } catch (BusinessException e) {
            throw "merge-changed".equals(e.code()) ? new PreviewChangedException(e, Patience.with(preview)) : e;
        }
    }
}
