package fr.tiers.event.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Series;
import fr.tiers.event.SeriesScope;
import fr.tiers.event.SeriesView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.recurrence.web.RecurrenceForm;
import fr.tiers.shell.web.Formats;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** How an event that is being changed comes again: what the change is for, and by which rule. */
public class SeriesEdit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SeriesView series;
    private final RecurrenceForm recurrence;
    private SeriesScope scope = SeriesScope.THIS;

    /** @param series null for an event that stands alone */
    public SeriesEdit(EventView event, SeriesView series) {
        this.series = series;
        var day = LocalDate.ofInstant(event.start(), Formats.ZONE);
        recurrence = series == null ? new RecurrenceForm(day) : new RecurrenceForm(day, series.rule());
    }

    /**
     * Writes the change, for as much of the series as was chosen; an event that stood alone may begin one, one of a series may end it.
     *
     * @throws BusinessException INVALID on {@code tier} for another tier of more than one event: each has its own
     */
    EventView write(Events events, Series all, EventView before, Long tierId, EventCommand command) {
        var rule = recurrence.toRule();
        if (series == null) {
            var after = events.update(before.id(), before.version(), tierId, command);
            if (rule != null) {
                all.repeat(after.id(), after.version(), rule);
            }
            return after;
        }
        if (scope == SeriesScope.THIS) {
            return events.update(before.id(), before.version(), tierId, command);
        }
        if (!Objects.equals(before.tierId(), tierId)) {
            throw BusinessException.invalid("tier", "one-by-one");
        }
        if (rule != null) {
            return all.update(before.id(), before.version(), command, scope, series.hasRule(rule) ? null : rule);
        }
        var after = all.update(before.id(), before.version(), command, scope);
        all.end(after.id(), after.version());
        return after;
    }

    public boolean isSeries() {
        return series != null;
    }

    /** Whether the rule is asked for: one event of a series has none. */
    public boolean isRuleAsked() {
        return series == null || scope != SeriesScope.THIS;
    }

    public List<SeriesScope> getScopes() {
        return List.of(SeriesScope.values());
    }

    public RecurrenceForm getRecurrence() {
        return recurrence;
    }

    public SeriesScope getScope() {
        return scope;
    }

    public void setScope(SeriesScope scope) {
        this.scope = scope;
    }
}
