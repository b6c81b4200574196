package fr.tiers.kernel.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ConstraintNames;
import fr.tiers.kernel.Violation;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.component.autocomplete.AutoComplete;
import org.primefaces.component.password.Password;

/**
 * Shows refusals of the services on the page: next to the input whose id is the field's name, else above the page. Every action of a
 * view bean runs through {@link #guard}.
 */
@ApplicationScoped
public class Refusals {

    private final Texts texts;

    protected Refusals() {
        this(null);
    }

    @Inject
    public Refusals(Texts texts) {
        this.texts = texts;
    }

    /** @return whether the action went through; a refusal has been shown then, anything unexpected goes to the error page */
    public boolean guard(Runnable action) {
        return refusalOf(action).map(this::show).isEmpty();
    }

    /** Runs the action and hands back its refusal without showing it, for pages that answer in their own way (conflict, duplicate). */
    public static Optional<BusinessException> refusalOf(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(find(e).orElseThrow(() -> e));
        }
    }

    private static Optional<BusinessException> find(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof EJBAccessException) {
                return Optional.of(new BusinessException(BusinessException.Kind.FORBIDDEN, "forbidden"));
            }
            var constraint = ConstraintNames.violated(cause);
            if (constraint.isPresent()) {
                return Optional.of(
                        new BusinessException(BusinessException.Kind.CONFLICT, "constraint", constraint.get()));
            }
        }
        return Optional.empty();
    }

    /** Shows a refusal that was caught. */
    public BusinessException show(BusinessException refusal) {
        var faces = FacesContext.getCurrentInstance();
        var locale = faces.getViewRoot().getLocale();
        faces.validationFailed();
        if (refusal.violations().isEmpty()) {
            faces.addMessage(null, message(texts.error(refusal.code(), refusal.arguments(), locale)));
        }
        for (var violation : refusal.violations()) {
            show(faces, locale, violation);
        }
        return refusal;
    }

    /** @return the refusal as one sentence without naming fields, in the page's language: for pages with one input */
    public String sentence(BusinessException refusal) {
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return refusal.violations().isEmpty()
                ? texts.error(refusal.code(), refusal.arguments(), locale)
                : refusal.violations().stream()
                        .map(violation -> texts.violation(violation.code(), violation.arguments(), locale))
                        .collect(Collectors.joining(" "));
    }

    /** @return the refusal in words, in the page's language */
    public List<String> words(BusinessException refusal) {
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return refusal.violations().isEmpty()
                ? List.of(texts.error(refusal.code(), refusal.arguments(), locale))
                : refusal.violations().stream()
                        .map(violation -> label(violation.field(), locale) + " : "
                                + texts.violation(violation.code(), violation.arguments(), locale))
                        .toList();
    }

    private void show(FacesContext faces, Locale locale, Violation violation) {
        var text = texts.violation(violation.code(), violation.arguments(), locale);
        // several forms of a page may have an input of the same name: the one that was sent is meant
        if (!mark(faces, violation.field(), text, true) && !mark(faces, violation.field(), text, false)) {
            faces.addMessage(null, message(label(violation.field(), locale) + " : " + text));
        }
    }

    /**
     * What the page calls a field that has no input: {@code <feature>.field.<name>} or {@code <feature>.<name>} of the bundles, for the
     * open tab's feature, the page's and the tier; the bare name when nobody has a word for it.
     */
    private String label(String field, Locale locale) {
        return features()
                .flatMap(feature -> Stream.of(feature + ".field." + field, feature + '.' + field))
                .map(key -> Map.entry(key, texts.text(key, List.of(), locale)))
                .filter(found -> !found.getKey().equals(found.getValue()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(field);
    }

    private static Stream<String> features() {
        var faces = FacesContext.getCurrentInstance();
        var tab = faces.getExternalContext().getRequestParameterMap().get("tab");
        var folder = faces.getViewRoot().getViewId().split("/")[1];
        return Stream.of(tab, folder, "tier").filter(Objects::nonNull);
    }

    /**
     * PrimeFaces draws an invalid text field with what was submitted, which is gone once the model has been updated. Where words are
     * proposed, the input that was typed into has a name of its own.
     */
    private static void keepTyped(FacesContext faces, UIInput input) {
        var sent = faces.getExternalContext().getRequestParameterMap();
        var id = input.getClientId(faces);
        boolean proposed = input instanceof AutoComplete entry && entry.getVar() == null;
        var typed = sent.get(proposed ? id + "_input" : id);
        boolean text = input instanceof HtmlInputText || input instanceof HtmlInputTextarea;
        if (typed != null && text && !(input instanceof Password)) {
            input.setSubmittedValue(typed);
        }
    }

    private static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
    }

    /**
     * Puts the text at the input of the field. Inputs are named after the field; of {@code address.city} the last part counts. All happens
     * during the visit: only then an input in a repeated row is the one of its row.
     */
    private static boolean mark(FacesContext faces, String field, String text, boolean inSentForm) {
        var id = field.substring(field.lastIndexOf('.') + 1);
        var found = new boolean[1];
        // What is not shown is not looked at: its values may not even be there.
        var shown = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(shown, (context, component) -> {
            if (inSentForm && component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (id.equals(component.getId()) && component instanceof UIInput input) {
                keepTyped(faces, input);
                // an invalid one of these forgets what was chosen
                input.setValid(input instanceof AutoComplete);
                faces.addMessage(input.getClientId(faces), message(text));
                found[0] = true;
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }
}
