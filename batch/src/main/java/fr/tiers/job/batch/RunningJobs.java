package fr.tiers.job.batch;

import fr.tiers.job.JobRun;
import fr.tiers.job.LostRunException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The runs this node is working on. */
@ApplicationScoped
public class RunningJobs {

    private final Map<Long, RunControl> controls = new ConcurrentHashMap<>();

    /**
     * @param runId as the job XML hands it over
     * @throws LostRunException when this node does not have the run
     */
    public RunControl of(String runId) {
        return find(Long.parseLong(runId)).orElseThrow(() -> new LostRunException(Long.parseLong(runId)));
    }

    Optional<RunControl> find(long runId) {
        return Optional.ofNullable(controls.get(runId));
    }

    RunControl add(JobRun run) {
        var control = new RunControl(run);
        controls.put(run.id(), control);
        return control;
    }

    void remove(RunControl control) {
        controls.remove(control.run().id(), control);
    }

    Collection<RunControl> all() {
        return List.copyOf(controls.values());
    }
}
