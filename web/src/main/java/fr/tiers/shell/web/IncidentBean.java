package fr.tiers.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandler;
import org.omnifaces.util.Faces;

/** The number an error page shows, so that whoever reports it and whoever reads the log speak of the same thing. */
@Named("incident")
@RequestScoped
public class IncidentBean {

    private static final Logger LOG = Logger.getLogger(IncidentBean.class);

    private final HttpServletRequest request;
    private String id;

    protected IncidentBean() {
        this(null);
    }

    @Inject
    public IncidentBean(HttpServletRequest request) {
        this.request = request;
    }

    /** For failures the id OmniFaces has logged with the stack trace, else a new one with its own line in the log. */
    public String getId() {
        if (id == null) {
            Object logged = request.getAttribute(FullAjaxExceptionHandler.EXCEPTION_UUID);
            id = logged != null ? logged.toString() : log();
        }
        return id;
    }

    /** The address that failed: reloading it is the way out of an expired page. */
    public String getPage() {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return uri != null ? uri.toString() : request.getRequestURI();
    }

    /** A page that waited too long is a conflict with the server's state, not a failure of the server. */
    public void expired() {
        Faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_CONFLICT);
        shown();
    }

    /** The Faces client shows the page that an Ajax answer brings only when the answer counts as a success. */
    public void shown() {
        if (Faces.isAjaxRequest()) {
            Faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_OK);
        }
    }

    private String log() {
        String incident = UUID.randomUUID().toString();
        LOG.infof(
                "Incident %s: status %s for %s %s by %s",
                incident,
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                request.getMethod(),
                printable(getPage()),
                printable(request.getRemoteUser()));
        return incident;
    }

    /** No line break from outside may forge a line of the log. */
    private static String printable(String text) {
        return text == null ? "-" : text.replaceAll("\\p{Cntrl}", "?");
    }
}
