package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void readsWhatPgpoolSays() {
        Watchdog watchdog = Watchdog.read("""
                {"RemoteNodeCount":1,"QuorumStatus":1,"AliveNodeCount":1,"Escalated":1,
                 "LeaderNodeName":"172.18.0.7:5432 Linux pgpool2","LeaderHostName":"172.18.0.7","NodeCount":2,
                 "WatchdogNodes":[
                  {"ID":0,"State":7,"Membership":0,"MembershipString":"MEMBER",
                   "NodeName":"172.18.0.6:5432 Linux pgpool1","HostName":"172.18.0.6","StateName":"STANDBY",
                   "DelegateIP":"Not_Set","WdPort":9000,"PgpoolPort":5432,"Priority":1},
                  {"ID":1,"State":4,"Membership":0,"MembershipString":"MEMBER",
                   "NodeName":"172.18.0.7:5432 Linux pgpool2","HostName":"172.18.0.7","StateName":"LEADER",
                   "DelegateIP":"Not_Set","WdPort":9000,"PgpoolPort":5432,"Priority":1}]}
                """);
        assertThat(watchdog).isEqualTo(new Watchdog("STANDBY", Map.of("pgpool1", "STANDBY", "pgpool2", "LEADER")));
        assertThat(watchdog.leads()).isFalse();
    }

    @Test
    void nothingIsReadFromWhatIsNoAnswer() {
        assertThat(Watchdog.read("{}")).isEqualTo(new Watchdog("", Map.of()));
    }

    @Test
    void tellsOfALossAndOfTheSuccession() {
        Watchdog before = new Watchdog("STANDBY", Map.of("pgpool2", "STANDBY", "pgpool1", "LEADER"));
        Watchdog lost = new Watchdog("STANDBY", Map.of("pgpool2", "STANDBY", "pgpool1", "LOST"));
        Watchdog leading = new Watchdog("LEADER", Map.of("pgpool2", "LEADER", "pgpool1", "LOST"));
        assertThat(lost.since(before, "pgpool2"))
                .containsExactly(new Evidence("pgpool2", "LOST", "pgpool1", Optional.of(Stage.DETECTED)));
        assertThat(leading.since(lost, "pgpool2"))
                .containsExactly(new Evidence("pgpool2", "LEADER", "pgpool2", Optional.of(Stage.PROMOTED)));
        assertThat(leading.since(leading, "pgpool2")).isEmpty();
    }

    @Test
    void theReturnOfAMemberProvesNoStage() {
        Watchdog without = new Watchdog("LEADER", Map.of("pgpool2", "LEADER", "pgpool1", "SHUTDOWN"));
        Watchdog starting = new Watchdog("LEADER", Map.of("pgpool2", "LEADER", "pgpool1", "INITIALIZING"));
        assertThat(starting.since(without, "pgpool2"))
                .containsExactly(new Evidence("pgpool2", "INITIALIZING", "pgpool1", Optional.empty()));
        Watchdog with = new Watchdog("LEADER", Map.of("pgpool2", "LEADER", "pgpool1", "STANDBY"));
        assertThat(with.since(without, "pgpool2"))
                .containsExactly(new Evidence("pgpool2", "STANDBY", "pgpool1", Optional.empty()));
    }
}
