package fr.tiers.collaborator.web;

import fr.tiers.collaborator.Representation;
import fr.tiers.collaborator.Representative;
import fr.tiers.collaborator.RepresentativeCommand;
import fr.tiers.collaborator.Representatives;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.kernel.web.Texts;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Who represents us at the tier: read, and edited as one list. */
@Named("representativesOfTier")
@ViewScoped
public class RepresentativesOfTier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern LINE = Pattern.compile("representatives\\[(\\d+)].*");

    private final Representatives representatives;
    private final AssignableUsers assignable;
    private final TierRecordView record;
    private final Refusals refusals;
    private final Texts texts;
    private transient Representation representation;
    private boolean editing;
    private long version;
    private final List<Line> lines = new ArrayList<>();

    protected RepresentativesOfTier() {
        this(null, null, null, null, null);
    }

    @Inject
    public RepresentativesOfTier(
            Representatives representatives,
            AssignableUsers assignable,
            TierRecordView record,
            Refusals refusals,
            Texts texts) {
        this.representatives = representatives;
        this.assignable = assignable;
        this.record = record;
        this.refusals = refusals;
        this.texts = texts;
    }

    /** One representative as the form edits it. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private String user;
        private String present;
        private String displayName;
        private BigDecimal share;
        private LocalDate from;
        private LocalDate to;

        private static Line of(Representative one) {
            var line = new Line();
            line.user = one.user();
            line.present = one.user();
            line.displayName = one.displayName();
            line.share = one.share();
            line.from = one.from();
            line.to = one.to();
            return line;
        }

        private RepresentativeCommand command() {
            return new RepresentativeCommand(user, share, from, to);
        }

        public String getUser() {
            return user;
        }

        public void setUser(String user) {
            this.user = user;
        }

        public BigDecimal getShare() {
            return share;
        }

        public void setShare(BigDecimal share) {
            this.share = share;
        }

        public LocalDate getFrom() {
            return from;
        }

        public void setFrom(LocalDate from) {
            this.from = from;
        }

        public LocalDate getTo() {
            return to;
        }

        public void setTo(LocalDate to) {
            this.to = to;
        }
    }

    public Representation getRepresentation() {
        if (representation == null) {
            representation = representatives.ofTier(record.getId());
        }
        return representation;
    }

    /** Who may be chosen; who stands there already may stay. */
    public List<Users.Name> choices(Line line) {
        var choices = new ArrayList<>(assignable.names());
        if (line.displayName != null
                && choices.stream().noneMatch(name -> name.login().equals(line.present))) {
            choices.add(0, new Users.Name(line.present, line.displayName));
        }
        return choices;
    }

    public void edit() {
        lines.clear();
        getRepresentation().representatives().forEach(one -> lines.add(Line.of(one)));
        version = getRepresentation().version();
        editing = true;
        if (lines.isEmpty()) {
            addLine();
        }
    }

    public void addLine() {
        lines.add(new Line());
    }

    public void removeLine(Line line) {
        lines.remove(line);
    }

    public void leave() {
        editing = false;
    }

    /** A line in which nobody was chosen is as good as none. */
    public String save() {
        var wanted = lines.stream()
                .filter(line -> line.user != null || line.share != null || line.from != null || line.to != null)
                .map(Line::command)
                .toList();
        var refusal = Refusals.refusalOf(() -> representatives.replace(record.getId(), version, wanted));
        if (refusal.isPresent()) {
            show(refusal.get());
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("collaborator.representatives.saved"));
        return record.openTabUrl("collaborator");
    }

    /** Which line it is about is said in words: the list may be long. */
    private void show(BusinessException refusal) {
        if (refusal.violations().isEmpty()) {
            refusals.show(refusal);
            return;
        }
        Faces.validationFailed();
        refusal.violations().forEach(violation -> Messages.addGlobalError("{0}", sentence(violation)));
    }

    private String sentence(Violation violation) {
        var text = texts.violation(violation.code(), violation.arguments(), Faces.getLocale());
        var line = LINE.matcher(violation.field());
        return line.matches() ? Functions.text2("collaborator.line", Integer.parseInt(line.group(1)) + 1, text) : text;
    }

    public boolean isEditing() {
        return editing;
    }

    public List<Line> getLines() {
        return lines;
    }
}
