package fr.tiers.kernel;

/** What was confirmed is no longer what would be done (CONFLICT): it carries the preview of today, so that nobody has to ask again. */
public class PreviewChangedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient Object preview;

    /** @param refusal what was refused */
    public PreviewChangedException(BusinessException refusal, Object preview) {
        super(
                refusal.kind(),
                refusal.code(),
                refusal.violations(),
                refusal.arguments().toArray());
        this.preview = preview;
    }

    /** What would be done now. */
    public Object preview() {
        return preview;
    }
}
