package fr.tiers.receivable.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.receivable.PaymentQuery;
import fr.tiers.receivable.PaymentView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** One payment: what it pays, where it stands, how its mail fares. */
@Named("paymentDetail")
@RequestScoped
public class PaymentDetail {

    private final PaymentQuery query;
    private PaymentView payment;

    protected PaymentDetail() {
        this(null);
    }

    @Inject
    public PaymentDetail(PaymentQuery query) {
        this.query = query;
    }

    /** Answers 404 for a payment that does not exist or is not the caller's to see. */
    public void load() {
        try {
            getPayment();
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public PaymentView getPayment() {
        if (payment == null) {
            payment = query.read(Params.id("payment", String.valueOf(Faces.getRequestParameter("id"))));
        }
        return payment;
    }

    /** The page looks again as long as the mail is on its way. */
    public boolean isMailUnderway() {
        var mail = getPayment().mail();
        return mail != null && ("PENDING".equals(mail.status()) || "SENDING".equals(mail.status()));
    }
}
