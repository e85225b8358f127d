package org.devicegrant.load.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.run.Connections;
import org.junit.jupiter.api.Test;

/** What the machine lets a process open is looked at before the first request. */
class MachineLimitsTest {
    private final MachineLimits small = new MachineLimits(1_024, 28_232, Long.MAX_VALUE);

    @Test
    void tooFewFileDescriptorsAreNamedWithTheCommandThatRaisesThem() {
        assertThatThrownBy(() -> small.check(5_000, Connections.OWN))
                .isInstanceOf(LoadRefused.class)
                .hasMessageContaining("the limit is 1024")
                .hasMessageContaining("ulimit -n 5400");
    }

    @Test
    void tooFewLocalPortsAreNamedWithTheWaysOut() {
        MachineLimits files = new MachineLimits(1_000_000, 28_232, Long.MAX_VALUE);

        assertThatThrownBy(() -> files.check(20_000, Connections.OWN))
                .isInstanceOf(LoadRefused.class)
                .hasMessageContaining("local ports")
                .hasMessageContaining("--shard")
                .hasMessageContaining("--connections shared");
    }

    @Test
    void tooLittleMemoryIsNamedWithTheWaysOut() {
        MachineLimits narrow = new MachineLimits(1_000_000, 1_000_000, 512L << 20);

        assertThatThrownBy(() -> narrow.check(1_000_000, Connections.SHARED))
                .isInstanceOf(LoadRefused.class)
                .hasMessage(
                        "1000000 devices need about 1494 MB of memory, but this process may use 512 MB: give it more"
                                + " with JAVA_OPTS=-Xmx2989m, or spread the devices over injectors with --shard");
        assertThatCode(() -> narrow.check(narrow.most(Connections.SHARED), Connections.SHARED))
                .doesNotThrowAnyException();
        assertThatCode(() -> narrow.check(narrow.most(Connections.OWN), Connections.OWN))
                .doesNotThrowAnyException();
    }

    @Test
    void sharedConnectionsNeedNeither() {
        assertThatCode(() -> small.check(1_000_000, Connections.SHARED)).doesNotThrowAnyException();
        assertThat(small.most(Connections.SHARED)).isGreaterThan(1_000_000);
        assertThat(small.most(Connections.OWN)).isEqualTo(624);
    }

    @Test
    void thisMachineSaysSomething() {
        assertThat(MachineLimits.ofThisMachine().openFiles()).isPositive();
    }
}
