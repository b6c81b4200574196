package fr.tiers.shell.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import org.primefaces.component.inputnumber.InputNumberRenderer;

/** The number input of PrimeFaces trusts the browser to send a number and breaks down over anything else; here that is refused. */
public class NumberRenderer extends InputNumberRenderer {

    @Override
    public void decode(FacesContext context, UIComponent component) {
        try {
            super.decode(context, component);
        } catch (RuntimeException e) {
            if (!(e instanceof NumberFormatException) && !(e.getCause() instanceof NumberFormatException)) {
                throw e;
            }
            var input = (UIInput) component;
            input.setSubmittedValue(null);
            input.setValid(false);
            var text = Functions.text("violation.wrong-type");
            context.addMessage(input.getClientId(context), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
    }
}
