package fr.tiers.contact.web;

import fr.tiers.contact.Photos;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.omnifaces.util.Messages;

/** The photo on a person's page: put there, taken away. */
@Named("contactPhoto")
@RequestScoped
public class ContactPhotoView {

    private final Photos photos;
    private final ContactRecordView record;
    private final Refusals refusals;
    private Part file;

    protected ContactPhotoView() {
        this(null, null, null);
    }

    @Inject
    public ContactPhotoView(Photos photos, ContactRecordView record, Refusals refusals) {
        this.photos = photos;
        this.record = record;
        this.refusals = refusals;
    }

    public String put() {
        return done(
                refusals.guard(() -> photos.put(record.getId(), record.getVersion(), sent())), "contact.photo.saved");
    }

    public String delete() {
        return done(refusals.guard(() -> photos.delete(record.getId(), record.getVersion())), "contact.photo.deleted");
    }

    private String done(boolean succeeded, String key) {
        if (!succeeded) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text(key));
        return record.here();
    }

    private byte[] sent() {
        if (file == null || file.getSize() == 0) {
            throw BusinessException.invalid("photo", "required");
        }
        if (file.getSize() > Photos.MAX_BYTES) {
            throw photos.tooLarge();
        }
        try (var in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
