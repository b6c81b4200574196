package fr.tiers.timeline.web;

import fr.tiers.happening.HappeningCode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import fr.tiers.timeline.Timeline;
import fr.tiers.timeline.TimelineEntry;
import fr.tiers.timeline.TimelineFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;

/** What happened to a tier lately, and page by page; the URL says what and where. */
@Named("timelineOfTier")
@RequestScoped
public class TimelineOfTier {

    private static final int PAGE = 50;
    private static final int LATEST = 12;

    private final Timeline timeline;
    private final TierRecordView record;
    private TimelineQuery query;
    private Slice<TimelineEntry> page;
    private List<TimelineEntry> latest;

    protected TimelineOfTier() {
        this(null, null);
    }

    @Inject
    public TimelineOfTier(Timeline timeline, TierRecordView record) {
        this.timeline = timeline;
        this.record = record;
    }

    public List<TimelineEntry> latest(long tierId) {
        if (latest == null) {
            latest = timeline.latest(tierId, LATEST);
        }
        return latest;
    }

    /** A page of the stream; an address that names no place in it shows the beginning. */
    public Slice<TimelineEntry> getPage() {
        if (page == null) {
            try {
                page = page(query().filter(), Faces.getRequestParameter("after"));
            } catch (BusinessException e) {
                page = page(TimelineFilter.ALL, null);
            }
        }
        return page;
    }

    private Slice<TimelineEntry> page(TimelineFilter filter, String after) {
        return timeline.page(record.getId(), filter, after, PAGE);
    }

    private TimelineQuery query() {
        if (query == null) {
            query = TimelineQuery.read();
        }
        return query;
    }

    /** What the URL asks for under a name; null for nothing. */
    public String get(String name) {
        return query().get(name);
    }

    /** Whether anything besides the kind narrows the stream. */
    public boolean isNarrowed() {
        return query().isNarrowed();
    }

    /** @param kind empty for all */
    public String kindUrl(String kind) {
        return query().url(record.getId(), Map.of("kind", kind));
    }

    /** The stream from its beginning. */
    public String getNewestUrl() {
        return query().url(record.getId(), Map.of());
    }

    public String getOlderUrl() {
        return query().url(record.getId(), Map.of("after", getPage().next()));
    }

    /** The kind alone, without the rest. */
    public String getClearUrl() {
        return query().url(record.getId(), Map.of("type", "", "author", "", "from", "", "to", ""));
    }

    public boolean isFirst() {
        return Faces.getRequestParameter("after") == null;
    }

    public String icon(TimelineEntry entry) {
        return "EVENT".equals(entry.kind())
                ? entry.look().icon()
                : entry.type().endsWith(".UPDATE") ? "pi-pencil" : "pi-plus";
    }

    public String title(TimelineEntry entry) {
        return subject(entry.code(), entry.title());
    }

    /** The subject of an event; of what the system itself has noted, in the reader's language. */
    public static String subject(String code, String subject) {
        return code == null
                ? subject
                : HappeningCode.of(code)
                        .map(each -> each.label(Functions.language()))
                        .orElse(subject);
    }

    /** What the type of an event is called. */
    public String type(TimelineEntry entry) {
        return entry.look().label(Faces.getLocale().getLanguage());
    }
}
