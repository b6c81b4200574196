package fr.tiers.simulator.http;

import fr.tiers.simulator.control.Refusal;

/** One simulated service: answers calls, and words its own refusals because no two services word them alike. */
public interface ProviderEndpoint {

    Answer answer(HttpCall call);

    Answer refuse(Refusal refusal);

    /** The answer to an internal error. */
    Answer broken(int status);
}
