package fr.tiers.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    @Test
    void aTakenPortIsRefusedInOneSentenceThatNamesThePropertyToChange() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, "tiers.port"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + port + " is already in use: stop the program that uses it,"
                            + " or choose another with -Dtiers.port=<port>.");
        }
    }

    @Test
    void aTakenPortOnAllAddressesIsSeenToo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
            assertThat(Ports.freeOr(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }
}
