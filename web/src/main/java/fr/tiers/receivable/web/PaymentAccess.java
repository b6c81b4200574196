package fr.tiers.receivable.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** Whether to offer what the service would refuse anyway. */
@Named("paymentAccess")
@RequestScoped
public class PaymentAccess {

    static final Set<String> COLLECTORS = Set.of(ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING);

    private final HttpServletRequest request;

    protected PaymentAccess() {
        this(null);
    }

    @Inject
    public PaymentAccess(HttpServletRequest request) {
        this.request = request;
    }

    /** Whether the user's role records payments. */
    public boolean isCollecting() {
        return COLLECTORS.stream().anyMatch(request::isUserInRole);
    }
}
