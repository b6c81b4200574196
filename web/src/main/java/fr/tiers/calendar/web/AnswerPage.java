package fr.tiers.calendar.web;

import fr.tiers.calendar.InvitationAnswers;
import fr.tiers.event.Participant.Answer;
import fr.tiers.kernel.BusinessException;
import fr.tiers.shell.web.AppearanceBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a guest answers an invitation, by the secret of the mail and without signing in. Opening the page answers nothing: programs that
 * look into mails open every link.
 */
@Named("answerPage")
@RequestScoped
public class AnswerPage {

    private static final List<Answer> ANSWERS = List.of(Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED);

    private final InvitationAnswers invitations;
    private final HttpServletRequest request;
    private final AppearanceBean appearance;
    private InvitationAnswers.Asked asked;
    private boolean answered;
    private boolean closed;

    protected AnswerPage() {
        this(null, null, null);
    }

    @Inject
    public AnswerPage(InvitationAnswers invitations, HttpServletRequest request, AppearanceBean appearance) {
        this.invitations = invitations;
        this.request = request;
        this.appearance = appearance;
    }

    public void load() {
        var language = appearance.getLanguage().getCode();
        var answer = wanted();
        if (answer != null) {
            try {
                asked = invitations.answer(getToken(), answer, language);
                answered = true;
            } catch (BusinessException e) {
                closed = true;
            }
        }
        if (asked == null) {
            asked = invitations.find(getToken(), language).orElse(null);
        }
        closed |= asked != null && !asked.open();
    }

    private Answer wanted() {
        var given = request.getParameter("answer");
        return "POST".equals(request.getMethod())
                ? Stream.of(Answer.values())
                        .filter(each -> each.name().equals(given) && ANSWERS.contains(each))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    public String getToken() {
        return request.getParameter("t");
    }

    public InvitationAnswers.Asked getAsked() {
        return asked;
    }

    public boolean isFound() {
        return asked != null;
    }

    public boolean isAnswered() {
        return answered;
    }

    public boolean isClosed() {
        return closed;
    }

    public List<Answer> getAnswers() {
        return ANSWERS;
    }
}
