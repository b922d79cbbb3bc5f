package io.hcdc.e2e.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether, and how soon, the Redis nodes of a stack answer each other and this machine. */
public final class RedisReplies {
    private final TestStack stack;

    public RedisReplies(TestStack stack) {
        this.stack = stack;
    }

    /** Another node than that one. */
    public String other(String node) {
        return node.equals("rds3") ? "rds2" : "rds3";
    }

    /** Whether one node's Redis answers another node within a second. */
    public boolean answers(String node, String asked) {
        return redisCli(node, asked, 1, "PING").out().contains("PONG");
    }

    public void awaitAnswer(String node, String asked, boolean answered) {
        await(asked + " answers " + node + ": " + answered)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> answers(node, asked) == answered);
    }

    /** Half a megabyte in the master, which {@link #fetch} gets from it in no time. */
    public void keepSomethingBig() {
        String node = stack.master();
        try (Resp client = stack.redis(node)) {
            client.ask("EVAL", "redis.call('set', 'big', string.rep('x', 500000), 'ex', 300)", "0");
        }
        await("it is there")
                .atMost(Duration.ofSeconds(10))
                .until(() -> fetch(node).toMillis() < 1_500);
    }

    /** How long it takes another node to fetch what is big. */
    public Duration fetch(String node) {
        return redisCli(other(node), node, 15, "GETRANGE", "big", "0", "-1").took();
    }

    /** Of three replies, in milliseconds, as clients on this machine see it. */
    public double fastestReplyThroughPort(String node) {
        try (Resp client = stack.redis(node)) {
            double fastest = Double.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                long asked = System.nanoTime();
                assertThat(client.text("PING")).isEqualTo("PONG");
                fastest = Math.min(fastest, (System.nanoTime() - asked) / 1e6);
            }
            return fastest;
        }
    }

    private Outcome redisCli(String node, String asked, int seconds, String... words) {
        String port = String.valueOf(6379 + stack.offset() + Integer.parseInt(asked.substring(3)) - 1);
        List<String> command = new ArrayList<>(List.of(
                "exec",
                "--env",
                "REDISCLI_AUTH=" + stack.secret("redis-password"),
                stack.container(node),
                "timeout",
                String.valueOf(seconds),
                "redis-cli",
                "-h",
                asked,
                "-p",
                port));
        command.addAll(List.of(words));
        return Docker.here().outcome(command.toArray(String[]::new));
    }
}
