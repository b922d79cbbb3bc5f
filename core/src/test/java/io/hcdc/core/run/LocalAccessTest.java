package io.hcdc.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Stack;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocalAccessTest {
    private static final Home HOME = new Home(Path.of("/nowhere"));

    @Test
    void findsTheFrontOfItsOwnComponentsEndpoint() {
        Stack stack = Stacks.solo("port-offset=100", "bind=0.0.0.0", "beta.fronts={9000: alpha.alpha}");

        assertThat(new LocalAccess(stack, "alpha", HOME).front("alpha"))
                .contains(new InetSocketAddress("127.0.0.1", 9100));
        assertThat(new LocalAccess(stack, "alpha", HOME).front("other")).isEmpty();
        assertThat(new LocalAccess(stack, "beta", HOME).front("alpha")).isEmpty();
    }
}
