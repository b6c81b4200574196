package fr.tiers.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.omnifaces.util.Faces;

/** Who is signed in, as far as the frame of the page needs to know. */
@Named("currentUser")
@RequestScoped
public class CurrentUserBean {

    private final HttpServletRequest request;

    protected CurrentUserBean() {
        this(null);
    }

    @Inject
    public CurrentUserBean(HttpServletRequest request) {
        this.request = request;
    }

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    public String getName() {
        return isSignedIn() ? request.getUserPrincipal().getName() : "";
    }

    public boolean hasRole(String role) {
        return request.isUserInRole(role);
    }

    public void logout() throws ServletException {
        request.logout();
        Faces.invalidateSession();
        Faces.redirect("login.xhtml?bye");
    }
}
