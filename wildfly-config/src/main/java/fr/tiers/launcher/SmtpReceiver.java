package fr.tiers.launcher;

import java.io.IOException;
import java.io.InputStream;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Takes one mail of an SMTP conversation; it is accepted only once it is stored. */
final class SmtpReceiver implements MessageHandler {

    private static final int INSUFFICIENT_STORAGE = 452;

    private final MailStore store;

    SmtpReceiver(MailStore store) {
        this.store = store;
    }

    @Override
    public void from(String sender) {
        // every sender is welcome
    }

    @Override
    public void recipient(String recipient) {
        // every recipient is caught
    }

    @Override
    public String data(InputStream mail) throws RejectException {
        try {
            return "stored as " + store.add(mail).getFileName();
        } catch (IOException e) {
            throw new RejectException(INSUFFICIENT_STORAGE, "The mail could not be stored, try again later");
        }
    }

    @Override
    public void done() {
        // nothing is held
    }
}
