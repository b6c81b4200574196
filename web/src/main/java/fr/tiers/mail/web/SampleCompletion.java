package fr.tiers.mail.web;

import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateTrials;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Proposes records that the template shown can be tried out with. The browser sends number and label back; what the record says is asked
 * for with the rights of whoever looks.
 */
@Named("templateSamples")
@RequestScoped
public class SampleCompletion implements Converter<TemplateSample> {

    private static final int LONGEST_LABEL = 300;

    private final TemplateTrials trials;
    private final TemplatePage page;

    protected SampleCompletion() {
        this(null, null);
    }

    @Inject
    public SampleCompletion(TemplateTrials trials, TemplatePage page) {
        this.trials = trials;
        this.page = page;
    }

    public List<TemplateSample> complete(String words) {
        return trials.samples(page.getPurpose(), words);
    }

    @Override
    public TemplateSample getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var parts = value.split(" ", 2);
        if (!parts[0].matches("\\d{1,18}") || value.length() > LONGEST_LABEL) {
            throw new ConverterException(new FacesMessage(
                    FacesMessage.SEVERITY_ERROR, Functions.text("mail.template.sample.unknown"), null));
        }
        return new TemplateSample(Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : parts[0]);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, TemplateSample value) {
        return value == null ? "" : value.id() + " " + value.label();
    }
}
