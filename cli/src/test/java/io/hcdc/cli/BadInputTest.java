package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void everyProblemIsToldAtOnceWithWhereAndWhatToDo() throws IOException {
        Files.writeString(
                folder.resolve("bad.yaml"), "redis:\n  topology: sentinl\n  quorum: [2]\nreddis:\nbind: here\n");
        Files.writeString(
                folder.resolve("bad-drill.yaml"),
                "target: rdsmaster\nroundz: 2\nfaults:\n  - {at: now, fault: kil}\n  - {fault: pause, repeat: 2}\n"
                        + "abort-when: [lost>0]\nobjectives: {max-outage: short}\n");
        Files.writeString(folder.resolve("broken.yaml"), "redis: {\n");
        Files.writeString(folder.resolve("cert.pem"), "no PEM\n");
        Files.writeString(folder.resolve("empty.pem"), "");
        Files.writeString(folder.resolve("blank.yaml"), "haproxy: {certificate: ' '}\n");
        StringBuilder transcript = new StringBuilder();
        Stream.of(
                        "render standalon",
                        "render FOLDER/none.yaml",
                        "render FOLDER/brocken.yaml --values FOLDER/no/values.yaml --set-file redis.port=FOLDER",
                        "render FOLDER/bad.yaml --name Bad_Name",
                        "render FOLDER/broken.yaml",
                        "render --values FOLDER/broken.yaml --set redis.quorum=two --set redis.qourum=2",
                        "render --set-file haproxy.certificate=FOLDER/cert.pem",
                        "render --set-file haproxy.certificate=FOLDER/empty.pem",
                        "render --values FOLDER/blank.yaml",
                        "render --set redis.topology=1 --set haproxy.nodes=5",
                        "render --set redis.quorum=9 --set redis.replicas=0 --set subnet=10.1.2.0/29",
                        "render --with ldpa --with zookeeper",
                        "render --with ldap --set ldap.base-dn=example --set ldap.prot=389",
                        "render --port-offset 65000",
                        "render --set haproxy.port=6379",
                        "render --set haproxy.drained=[app1]",
                        "failover-test rdsmaster --fault kil --rate 0 --max-lost -1 --abort-when lost>0 --tolerance much",
                        "failover-test rdsmaster --from rds2 --for 0s",
                        "failover-test rdsmaster --baseline FOLDER/none.json",
                        "failover-test rdsmaster --baseline FOLDER/bad.yaml",
                        "drill",
                        "drill lst",
                        "drill list --name other",
                        "drill run frozen-then-kiled",
                        "drill run FOLDER/bad-drill.yaml",
                        "drill run FOLDER/broken.yaml",
                        "drill matrix --rounds 0 --limit 1ms",
                        "node",
                        "node ad app1 h:80",
                        "node list --name other",
                        "status --name other",
                        "info")
                .map(line -> line.replace("FOLDER", folder.toString()).split(" "))
                .map(Cli.withoutEngine(folder.resolve("homes"))::transcript)
                .map(text -> text.replace(folder.toString(), "FOLDER"))
                .forEach(transcript::append);
        Golden.matches("bad-input.txt", transcript.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "render standalon",
                "render --set redis.qourum=2",
                "render --name ../evil",
                "init --dry-run --set redis.qourum=2",
                "init --dry-run --name Bad",
                "init --name ../evil",
                "init --set redis.quorum=9"
            })
    void isToldWithoutAnEngineAndLeavesNothingBehind(String line) {
        Cli.Result result = Cli.withoutEngine(folder.resolve("homes")).run(line.split(" "));
        assertThat(result.err()).startsWith("hcdc: ");
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void goodInputWithoutAnEngineIsNotTheInputsFault() {
        Cli.Result result = Cli.withoutEngine(folder).run("init", "--dry-run");
        assertThat(result.exit()).isEqualTo(ExitCode.ENVIRONMENT_NOT_READY);
        assertThat(result.err()).isEqualTo("hcdc: test:: no Docker engine answers\n");
    }
}
