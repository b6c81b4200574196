package fr.tiers.job.batch;

import fr.tiers.job.JobPartition;
import fr.tiers.job.JobRun;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A run on this node, shared by its threads: whether to go on, and why not. */
public final class RunControl {

    /**
     * Why a run cannot go on.
     *
     * @param code of the sentence shown
     * @param passing whether another try later makes sense
     * @param retryAfter what the provider asked for; zero when nothing
     */
    public record Failure(String code, String detail, boolean passing, Duration retryAfter) {}

    private final JobRun run;
    private final AtomicReference<Failure> failure = new AtomicReference<>();
    private final Map<Integer, Long> exhausted = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private volatile boolean lost;
    private volatile long executionId;

    RunControl(JobRun run) {
        this.run = run;
    }

    public JobRun run() {
        return run;
    }

    /** False once somebody wants a stop, another node has the run, or a thread met a failure. */
    public boolean goesOn() {
        return !stopped && !lost && failure.get() == null;
    }

    /** The first failure is the one told. */
    public void fail(Failure met) {
        failure.compareAndSet(null, met);
    }

    /** A failure nobody foresaw: database gone, bug. Tried again a few times, then told. */
    public void fail(RuntimeException unforeseen) {
        fail(new Failure("internal-error", unforeseen.toString(), true, Duration.ZERO));
    }

    /** Called when a partition has nothing more to read: with the last id it read, or its position when it read none. */
    public void exhausted(int partition, long lastId) {
        exhausted.put(partition, lastId);
    }

    /** Whether every partition was read to its end and the ledger has all of it: a chunk that did not commit shows here. */
    boolean isDone(Collection<JobPartition> partitions) {
        return partitions.stream()
                .allMatch(partition -> Long.valueOf(partition.position()).equals(exhausted.get(partition.number())));
    }

    void stop() {
        stopped = true;
    }

    void lose() {
        lost = true;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isLost() {
        return lost;
    }

    Failure failure() {
        return failure.get();
    }

    void executing(long id) {
        executionId = id;
    }

    long executionId() {
        return executionId;
    }
}
