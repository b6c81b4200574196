package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The photos of persons. A photo is part of the person: whoever may change the one may change the other, under the same version. */
@Stateless
@PermitAll
public class Photos {

    /** The largest file that is taken, in bytes. */
    public static final int MAX_BYTES = Portrait.MAX_BYTES;

    private static final String ENTITY = "contact";
    /** Of the digest, in the change log: enough to see that it is another one. */
    private static final int SHORT = 12;

    @Inject
    Db db;

    @Inject
    ContactRows rows;

    @Inject
    ContactAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Clock clock;

    @Inject
    Event<TierTouched> touched;

    /** @throws BusinessException NOT_FOUND for somebody without a photo, or who works at no tier of the caller */
    public Photo get(long contactId) {
        access.requireVisible(contactId);
        return find(contactId).orElseThrow(() -> BusinessException.notFound("contact-photo", contactId));
    }

    /** @return the photo as it goes into a visiting card */
    public Optional<Photo> ofCard(long contactId) {
        access.requireVisible(contactId);
        return find(contactId);
    }

    /** What a photo that is too large is refused with. */
    public BusinessException tooLarge() {
        return Portrait.tooLarge();
    }

    /**
     * Turns a picture into the person's photo, in place of the former one.
     *
     * @param version of the person
     * @param sent JPEG, PNG or GIF; what it is, is seen in the content
     * @throws BusinessException TOO_LARGE; INVALID for what is no such picture; STALE with the version; NOT_FOUND
     */
    public void put(long contactId, long version, byte[] sent) {
        access.requireEditable(contactId);
        var data = Portrait.of(sent);
        write(contactId, version, new Photo(data, sha256(data)));
    }

    /** @throws BusinessException NOT_FOUND when there is none; STALE with the version */
    public void delete(long contactId, long version) {
        access.requireEditable(contactId);
        if (find(contactId).isEmpty()) {
            throw BusinessException.notFound("contact-photo", contactId);
        }
        write(contactId, version, null);
    }

    /** @param photo null for none */
    private void write(long contactId, long version, Photo photo) {
        touchPerson(contactId, version);
        var before = find(contactId).orElse(null);
        db.run(handle -> handle.execute("delete from contact_photo where contact_id = ?", contactId));
        if (photo != null) {
            db.run(handle -> handle.execute(
                    "insert into contact_photo (contact_id, data, sha256, created_at) values (?, ?, ?, ?)",
                    contactId,
                    photo.data(),
                    photo.sha256(),
                    clock.instant()));
        }
        for (var link : rows.ofPerson(contactId, Visibility.of(Caller.SYSTEM))) {
            history.updated(authors.current(), ENTITY, link.id(), link.tierId(), value(before), value(photo));
        }
        rows.tiersOf(contactId).forEach(tierId -> touched.fire(new TierTouched(tierId)));
    }

    private void touchPerson(long contactId, long version) {
        int updated = db.call(handle -> handle.execute(
                "update contact set version = version + 1, updated_at = ? where id = ? and version = ?",
                clock.instant(),
                contactId,
                version));
        if (updated == 0) {
            throw BusinessException.stale(ENTITY, contactId);
        }
    }

    private Optional<Photo> find(long contactId) {
        return db.call(handle -> handle.createQuery("select data, sha256 from contact_photo where contact_id = :id")
                .bind("id", contactId)
                .map((row, context) -> new Photo(row.getBytes("data"), row.getString("sha256")))
                .findOne());
    }

    private static Map<String, Object> value(Photo photo) {
        return Collections.singletonMap(
                "photo", photo == null ? null : photo.sha256().substring(0, SHORT));
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
