package fr.tiers.simulator;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How to start the simulator.
 *
 * @param recordings folder of further recorded {@code search-*.json} answers, {@code null} for none
 * @param fictitiousUnits how many invented companies the directory holds
 * @param limited whether the usual limits of the providers apply
 * @param clock time source of the quotas
 */
public record SimulatorOptions(Path recordings, int fictitiousUnits, boolean limited, InstantSource clock) {

    public static final int USUAL_UNITS = 6_000;

    /** As in reality: usual limits; recordings from the system property {@code tiers.simulator.recordings}. */
    public static SimulatorOptions usual() {
        String recordings = System.getProperty("tiers.simulator.recordings");
        return new SimulatorOptions(
                recordings == null || recordings.isBlank() ? null : Path.of(recordings),
                USUAL_UNITS,
                !Boolean.getBoolean("tiers.simulator.unlimited"),
                InstantSource.system());
    }

    public SimulatorOptions unlimited() {
        return new SimulatorOptions(recordings, fictitiousUnits, false, clock);
    }

    public SimulatorOptions withRecordings(Path folder) {
        return new SimulatorOptions(folder, fictitiousUnits, limited, clock);
    }

    public SimulatorOptions withFictitiousUnits(int count) {
        return new SimulatorOptions(recordings, count, limited, clock);
    }

    public SimulatorOptions withClock(InstantSource source) {
        return new SimulatorOptions(recordings, fictitiousUnits, limited, source);
    }
}
