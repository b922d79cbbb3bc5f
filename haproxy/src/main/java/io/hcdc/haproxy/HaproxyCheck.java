package io.hcdc.haproxy;

import io.hcdc.api.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in a configuration cannot work. */
final class HaproxyCheck {
    /** What HAProxy takes as a server's name and a browser as a cookie's value. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,63}");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("(" + HOST + "):([0-9]{1,5})");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern ENDPOINT = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~!$&()*+,;=:@?%-]*");
    /** Below it HAProxy would need one more capability, see its HTTPS port. */
    private static final int FIRST_UNPRIVILEGED = 1024;

    private static final int HOUR = 3_600_000;

    private final HaproxyConfig config;
    private final List<Problem> problems = new ArrayList<>();

    HaproxyCheck(HaproxyConfig config) {
        this.config = config;
    }

    List<Problem> problems() {
        range("port", config.port(), 1, 65_535);
        range("stats-port", config.statsPort(), 1, 65_535);
        if (config.port() == config.statsPort()) {
            problems.add(Problem.at("stats-port", "is the same as port").hint("the usual ones are 443 and 1936"));
        }
        if (!config.serverName().isEmpty() && !HOST.matcher(config.serverName()).matches()) {
            problems.add(Problem.at("server-name", "'" + config.serverName() + "' is no host's name")
                    .hint("e.g. chat.example.org"));
        }
        config.nodes().forEach(this::node);
        config.drained().forEach(this::drained);
        if (!PATH.matcher(config.checkPath()).matches()) {
            problems.add(Problem.at("check-path", "'" + config.checkPath() + "' is no path")
                    .hint("begin with /, and leave out blanks and quotes"));
        }
        range("inter", config.inter(), 20, HOUR);
        range("fastinter", config.fastinter(), 20, HOUR);
        if (config.fastinter() > config.inter()) {
            problems.add(Problem.at("fastinter", "is slower than inter").hint("at most " + config.inter()));
        }
        range("fall", config.fall(), 1, 100);
        range("rise", config.rise(), 1, 100);
        range("timeout-check", config.timeoutCheck(), 20, HOUR);
        range("timeout-connect", config.timeoutConnect(), 20, HOUR);
        range("timeout-server", config.timeoutServer(), 100, 24 * HOUR);
        range("timeout-client", config.timeoutClient(), 100, 24 * HOUR);
        range("retries", config.retries(), 0, 10);
        config.fronts().forEach(this::front);
        range("front-inter", config.frontInter(), 20, HOUR);
        range("front-timeout-check", config.frontTimeoutCheck(), 20, HOUR);
        range("maxconn", config.maxconn(), 10, 100_000);
        // VRRP counts in hundredths of a second, in twelve bits.
        range("advert-int", config.advertInt(), 10, 40_000);
        if (config.advertInt() % 10 != 0) {
            problems.add(Problem.at("advert-int", "is no whole number of hundredths of a second")
                    .hint("e.g. " + Math.max(10, config.advertInt() / 10 * 10)));
        }
        range("hard-stop-after", config.hardStopAfter(), 500, 24 * HOUR);
        return problems;
    }

    private void node(String name, String address) {
        String path = "nodes." + name;
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.at(path, "'" + name + "' cannot name a node")
                    .hint("use up to 63 of letters, digits, . _ and -"));
        } else if (Layout.isDemo(name)) {
            problems.add(Problem.at(path, "is a name of the demo application's").hint("choose another"));
        }
        Matcher parts = ADDRESS.matcher(String.valueOf(address));
        if (!parts.matches()
                || Integer.parseInt(parts.group(3)) < 1
                || Integer.parseInt(parts.group(3)) > 65_535
                || isBrokenNumber(address.substring(0, address.lastIndexOf(':')))) {
            problems.add(Problem.at(path, "'" + address + "' is no address").hint("host:port, e.g. 192.0.2.10:80"));
        }
    }

    /** What has no letters is no name to look up, and HAProxy refuses the whole file for it. */
    private static boolean isBrokenNumber(String host) {
        return host.chars().noneMatch(Character::isLetter)
                && !IPV4.matcher(host).matches();
    }

    private void drained(String name) {
        if (!config.nodes().containsKey(name)) {
            problems.add(Problem.at("drained", "there is no node '" + name + "'")
                    .hint(
                            config.nodes().isEmpty()
                                    ? "no nodes are named"
                                    : "known: "
                                            + String.join(", ", config.nodes().keySet())));
        }
    }

    private void front(String port, String endpoint) {
        String path = "fronts." + port;
        int number = NUMBER.matcher(port).matches() ? Integer.parseInt(port) : 0;
        if (number < FIRST_UNPRIVILEGED || number > 65_535) {
            problems.add(Problem.at(path, "'" + port + "' is no port for a front")
                    .hint("name it by a port from " + FIRST_UNPRIVILEGED + " to 65535, e.g. 5433"));
        } else if (number == Layout.HTTPS_INSIDE || number == Layout.STATS_INSIDE) {
            problems.add(Problem.at(path, "the port is HAProxy's own").hint("choose another"));
        }
        if (!ENDPOINT.matcher(String.valueOf(endpoint)).matches()) {
            problems.add(Problem.at(path, "'" + endpoint + "' is no endpoint")
                    .hint("component.endpoint, e.g. postgres.postgres; 'hcdc info' shows them"));
        } else if (Collections.frequency(config.fronts().values(), endpoint) > 1) {
            problems.add(Problem.at(path, endpoint + " is fronted twice").hint("one port is enough"));
        }
    }

    private void range(String path, int value, int min, int max) {
        if (value < min || value > max) {
            problems.add(Problem.at(path, value + " is out of range").hint(min + " to " + max));
        }
    }
}
