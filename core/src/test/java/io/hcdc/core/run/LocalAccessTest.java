package io.hcdc.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Stack;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAccessTest {
    private static final Home HOME = new Home(Path.of("/nowhere"));

    @Test
    void findsTheFrontOfItsOwnComponentsEndpoint() {
        Stack stack = Stacks.solo("port-offset=100", "bind=0.0.0.0", "beta.fronts={9000: alpha.alpha}");

        assertThat(access(stack, "alpha", List.of()).front("alpha")).contains(new InetSocketAddress("127.0.0.1", 9100));
        assertThat(access(stack, "alpha", List.of()).front("other")).isEmpty();
        assertThat(access(stack, "beta", List.of()).front("alpha")).isEmpty();
    }

    @Test
    void reachesWhatMovesWhereThisMachineIsInTheNetwork() {
        Stack stack = Stacks.solo("alpha.loud=true", "alpha.fronts={9000: beta.beta}");
        InetSocketAddress moving = new InetSocketAddress("10.77.64.2", 9000);

        LocalAccess here = access(stack, "beta", List.of("127.0.0.1/8", "10.77.64.1/24"));
        assertThat(here.virtual("alpha", 9000)).contains(moving);
        assertThat(here.front("beta")).contains(moving);
        assertThat(here.virtual("other", 9000)).isEmpty();

        LocalAccess elsewhere = access(stack, "beta", List.of("127.0.0.1/8", "10.77.65.1/24"));
        assertThat(elsewhere.virtual("alpha", 9000)).isEmpty();
        assertThat(elsewhere.front("beta")).contains(new InetSocketAddress("127.0.0.1", 9000));
    }

    private static LocalAccess access(Stack stack, String component, List<String> localSubnets) {
        return new LocalAccess(stack, component, HOME, () -> localSubnets);
    }
}
