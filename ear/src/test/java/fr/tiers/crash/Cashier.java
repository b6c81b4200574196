package fr.tiers.crash;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A client that records payments from several threads and remembers what was acknowledged to it. Whatever got no answer it sends again
 * with the same Idempotency-Key, as every client of a payment interface must.
 */
final class Cashier {

    private static final int THREADS = 3;
    private static final BigDecimal AMOUNT = new BigDecimal("12.34");

    private final Installation site;
    private final Random random;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Queue<Order> waiting = new ConcurrentLinkedQueue<>();
    private final List<String> orders = new ArrayList<>();
    private int askedAgain;

    private record Order(String key, Invoices.Line line) {}

    Cashier(Installation site, Random random) {
        this.site = site;
        this.random = random;
    }

    /** One payment to be recorded for each line. */
    void take(List<Invoices.Line> lines) {
        for (var line : lines) {
            var key = "order-" + line.id();
            orders.add(key);
            waiting.add(new Order(key, line));
        }
    }

    /** Records payments and kills the server after a while, wherever they are. */
    void workUntilKilled(long millis) throws IOException, InterruptedException, ExecutionException {
        var rest = site.rest();
        var threads = Executors.newFixedThreadPool(THREADS);
        var work = new ArrayList<Future<?>>();
        for (var i = 0; i < THREADS; i++) {
            var pace = new Random(random.nextLong());
            work.add(threads.submit(() -> record(rest, pace)));
        }
        Thread.sleep(millis); // the random moment
        site.kill();
        end(threads, work);
    }

    /** Records what is left, and first of all asks again about what was never answered. */
    void workOff() throws IOException, InterruptedException {
        var rest = site.rest();
        for (var order = waiting.poll(); order != null; order = waiting.poll()) {
            if (unanswered.remove(order.key())) {
                askedAgain++;
            }
            acknowledged.put(order.key(), send(rest, order));
        }
    }

    private Void record(Rest rest, Random pace) throws InterruptedException {
        for (var order = waiting.poll(); order != null; order = waiting.poll()) {
            try {
                acknowledged.put(order.key(), send(rest, order));
            } catch (IOException e) {
                unanswered.add(order.key());
                waiting.add(order);
                return null;
            }
            Thread.sleep(pace.nextInt(200));
        }
        return null;
    }

    private static long send(Rest rest, Order order) throws IOException, InterruptedException {
        return rest.postOnce("/payments", order.key(), order.line().payment(AMOUNT, order.key()))
                .expect(201)
                .id();
    }

    private static void end(ExecutorService threads, List<Future<?>> work)
            throws InterruptedException, ExecutionException {
        threads.shutdown();
        for (var each : work) {
            each.get();
        }
    }

    /** Ids of the payments that were answered with 201. */
    Set<String> acknowledged() {
        return acknowledged.values().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    List<String> orders() {
        return orders;
    }

    int askedAgain() {
        return askedAgain;
    }
}
