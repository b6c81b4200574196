package fr.tiers.merge;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets the before-images that nobody may go back to any more: they hold personal data. */
@Singleton
@PermitAll
public class OldJournals {

    @Inject
    Merges merges;

    @Schedule(hour = "3", minute = "41", persistent = false)
    void forget() {
        merges.forgetOld();
    }
}
