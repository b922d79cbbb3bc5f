package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewsTest {

    @Test
    void readsAMaster() {
        DataView view = DataView.read(List.of(
                bytes("# Persistence\r\nloading:0\r\n"),
                bytes("# Replication\r\nrole:master\r\nconnected_slaves:2\r\nmaster_repl_offset:120\r\n")));
        assertThat(view).isEqualTo(new DataView(false, true, "", false, 120));
        assertThat(view.describe(120)).isEqualTo("offset 120");
    }

    @Test
    void readsAReplica() {
        DataView view = DataView.read(List.of(
                bytes("loading:0\r\n"),
                bytes("role:slave\r\nmaster_host:rds1\r\nmaster_port:6379\r\nmaster_link_status:up\r\n"
                        + "slave_repl_offset:100\r\nmaster_repl_offset:7\r\n")));
        assertThat(view).isEqualTo(new DataView(false, false, "rds1", true, 100));
        assertThat(view.describe(120)).isEqualTo("follows rds1, offset 100, 20 bytes behind");
    }

    @Test
    void readsASentinel() {
        SentinelView view = SentinelView.read(List.of(
                list("name", "rdsmaster", "ip", "rds2", "port", "6380", "flags", "master", "config-epoch", "4"),
                List.of(
                        list("ip", "rds1", "flags", "s_down,slave,disconnected"),
                        list("ip", "rds3", "flags", "slave", "master-link-status", "err")),
                List.of(list("ip", "sntl2", "flags", "sentinel"), list("ip", "sntl3", "flags", "s_down,sentinel")),
                bytes("# Sentinel\r\nsentinel_tilt:0\r\nsentinel_tilt_since_seconds:-1\r\n")));
        assertThat(view).isEqualTo(new SentinelView("rds2", 4, false, Set.of("rds3"), Set.of("sntl2"), -1));
        assertThat(view.describe()).isEqualTo("follows rds2, replicas 1, other sentinels 1, epoch 4");
    }

    @Test
    void readsASentinelInTilt() {
        SentinelView view = SentinelView.read(List.of(
                list("ip", "rds2", "flags", "master", "config-epoch", "4"),
                List.of(),
                List.of(),
                bytes("# Sentinel\r\nsentinel_tilt:1\r\nsentinel_tilt_since_seconds:12\r\n")));
        assertThat(view.describe())
                .isEqualTo("in TILT (12 of 30 s), follows rds2, replicas 0, other sentinels 0, epoch 4");
    }

    @Test
    void aMajorityIsMoreThanHalfOfTheVotes() {
        assertThat(Survey.mostNamed(List.of("rds1", "rds2", "rds2"))).contains("rds2");
        assertThat(Survey.mostNamed(List.of("rds1", "rds2"))).isEmpty();
        assertThat(Survey.mostNamed(List.of())).isEmpty();
    }

    @Test
    void aCompleteSetLacksNothing() {
        assertThat(diagnose(sound())).isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        Survey twoMasters = sound();
        twoMasters.data().put("rds1", Optional.of(new DataView(false, true, "", false, 9)));
        assertThat(diagnose(twoMasters)).contains("rds1 and rds2 both claim to be master");

        Survey noMaster = sound();
        noMaster.data().put("rds2", Optional.empty());
        assertThat(diagnose(noMaster)).contains("no data node is master (without rds2)");

        Survey linkDown = sound();
        linkDown.data().put("rds3", Optional.of(new DataView(false, false, "rds2", false, 9)));
        assertThat(diagnose(linkDown)).contains("rds3 is not connected to its master rds2");

        Survey elsewhere = sound();
        elsewhere.data().put("rds3", Optional.of(new DataView(false, false, "rds1", true, 9)));
        assertThat(diagnose(elsewhere)).contains("rds3 follows rds1 instead of rds2");

        Survey disagreeing = sound();
        disagreeing.sentinels().put("sntl3", Optional.of(sentinel("rds1", "sntl1", "sntl2")));
        assertThat(diagnose(disagreeing)).contains("sntl3 still names rds1 as master, not rds2");

        Survey alone = sound();
        alone.sentinels().put("sntl1", Optional.of(sentinel("rds2", "sntl2")));
        assertThat(diagnose(alone)).contains("sntl1 sees 1 of 2 other sentinels (without sntl3)");

        Survey gone = sound();
        gone.sentinels().put("sntl2", Optional.empty());
        assertThat(diagnose(gone)).contains("sntl2 does not answer");
    }

    @Test
    void namesASentinelThatOnlyWatches() {
        Survey tilted = sound();
        tilted.sentinels().put("sntl2", Optional.of(tilted(12, "rds2")));
        assertThat(diagnose(tilted)).contains("only watching, in TILT: sntl2 (12 of 30 s)");

        tilted.sentinels().put("sntl1", Optional.of(sentinel("rds1", "sntl2", "sntl3")));
        tilted.sentinels().put("sntl2", Optional.of(tilted(0, "rds1")));
        assertThat(diagnose(tilted))
                .as("rather than what comes of it")
                .get()
                .asString()
                .startsWith("only watching, in TILT");

        tilted.data().put("rds2", Optional.empty());
        assertThat(diagnose(tilted))
                .contains("no data node is master (without rds2);" + " only watching, in TILT: sntl2 (0 of 30 s)");
    }

    private static SentinelView tilted(long seconds, String master) {
        return new SentinelView(master, 1, false, Set.of("rds1", "rds3"), Set.of("sntl1", "sntl3"), seconds);
    }

    private static Optional<String> diagnose(Survey survey) {
        return Diagnosis.of(RedisConfig.DEFAULTS, survey);
    }

    private static Survey sound() {
        Map<String, Optional<DataView>> data = new LinkedHashMap<>();
        data.put("rds1", Optional.of(new DataView(false, false, "rds2", true, 10)));
        data.put("rds2", Optional.of(new DataView(false, true, "", false, 10)));
        data.put("rds3", Optional.of(new DataView(false, false, "rds2", true, 10)));
        Map<String, Optional<SentinelView>> sentinels = new LinkedHashMap<>();
        sentinels.put("sntl1", Optional.of(sentinel("rds2", "sntl2", "sntl3")));
        sentinels.put("sntl2", Optional.of(sentinel("rds2", "sntl1", "sntl3")));
        sentinels.put("sntl3", Optional.of(sentinel("rds2", "sntl1", "sntl2")));
        return new Survey(data, sentinels);
    }

    private static SentinelView sentinel(String master, String... others) {
        return new SentinelView(master, 1, false, Set.of("rds1", "rds3"), Set.of(others), -1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> list(String... texts) {
        return Arrays.stream(texts).map(ViewsTest::bytes).toList();
    }
}
