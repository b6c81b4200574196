package fr.tiers.benchmark;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.List;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What the processes of one program on this machine use: time of the processors, and memory where it is a Java program. */
final class Consumption {

    private final String program;
    private final MemoryMXBean memory;
    private long before;
    private long heap;

    private Consumption(String program, MemoryMXBean memory) {
        this.program = program;
        this.memory = memory;
    }

    /** @param program a part of the command line */
    static Consumption of(String program) {
        return new Consumption(
                program,
                processes(program).stream()
                        .filter(process -> process.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .map(process -> memory(process.pid()))
                        .orElse(null));
    }

    private static List<ProcessHandle> processes(String program) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(program))
                .toList();
    }

    private static MemoryMXBean memory(long pid) {
        try {
            var machine = VirtualMachine.attach(String.valueOf(pid));
            var connection = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))
                    .getMBeanServerConnection();
            machine.detach();
            return ManagementFactory.newPlatformMXBeanProxy(
                    connection, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        } catch (AttachNotSupportedException | IOException e) {
            System.err.println("The heap of process " + pid + " cannot be watched: " + e);
            return null;
        }
    }

    void begin() {
        before = time().toMillis();
        heap = 0;
    }

    void look() {
        if (memory != null) {
            heap = Math.max(heap, memory.getHeapMemoryUsage().getUsed());
        }
    }

    private Duration time() {
        return processes(program).stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    double seconds() {
        return (time().toMillis() - before) / 1e3;
    }

    /** @return the most that {@link #look} has seen */
    long heap() {
        return heap;
    }
}
