package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Evidence.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentinelEventTest {

    @ParameterizedTest
    @CsvSource({
        "+sdown, master rdsmaster rds1 6379, DETECTED",
        "+elected-leader, master rdsmaster rds1 6379, DECIDED",
        "+promoted-slave, slave rds2:6380 rds2 6380 @ rdsmaster rds1 6379, PROMOTED",
        "+switch-master, rdsmaster rds1 6379 rds2 6380, ROUTED"
    })
    void provesAStage(String name, String detail, Stage stage) {
        assertThat(new SentinelEvent("sntl1", name, detail).evidence().stage()).contains(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "+sdown, slave rds2:6380 rds2 6380 @ rdsmaster rds1 6379",
        "+sdown, sentinel 0123 sntl2 9001 @ rdsmaster rds1 6379",
        "+odown, master rdsmaster rds1 6379 #quorum 2/2",
        "+try-failover, master rdsmaster rds1 6379"
    })
    void isForwardedWithoutProvingAStage(String name, String detail) {
        assertThat(new SentinelEvent("sntl1", name, detail).evidence().stage()).isEmpty();
    }

    @Test
    void onlyASwitchNamesANewMaster() {
        assertThat(new SentinelEvent("sntl1", "+switch-master", "rdsmaster rds1 6379 rds2 6380").newMaster())
                .contains("rds2");
        assertThat(new SentinelEvent("sntl1", "+switch-master", "other rds1 6379 rds2 6380").newMaster())
                .isEmpty();
        assertThat(new SentinelEvent("sntl1", "+sdown", "master rdsmaster rds1 6379").newMaster())
                .isEmpty();
    }
}
