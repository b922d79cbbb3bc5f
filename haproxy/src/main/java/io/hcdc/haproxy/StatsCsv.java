package io.hcdc.haproxy;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The machine-readable form of the stats page. */
final class StatsCsv {
    /** The backend of the application's nodes. */
    static final String APPLICATION = "application";

    /** Rows that stand for a proxy as a whole. */
    private static final Set<String> TOTALS = Set.of("FRONTEND", "BACKEND");

    private final List<String> columns;
    private final List<String[]> lines;

    private StatsCsv(List<String> columns, List<String[]> lines) {
        this.columns = columns;
        this.lines = lines;
    }

    static StatsCsv parse(String csv) throws IOException {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
            throw new IOException("the stats page has no CSV");
        }
        return new StatsCsv(
                Arrays.asList(lines.get(0).substring(2).split(",", -1)),
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
    }

    /**
     * One server of a backend.
     *
     * @param name its name
     * @param status HAProxy's word in lower case, e.g. {@code up}, {@code down}, {@code maint}, {@code drain}
     * @param check the newest check's outcome, e.g. {@code L7OK/200}; empty before the first one
     * @param sessions how many requests or connections it has now
     */
    record Row(String name, String status, String check, int sessions) {
        boolean up() {
            return status.startsWith("up");
        }

        /** The status for the eye: who answers, only not as asked for, is well, as a replica behind the front of a master is. */
        String word() {
            return status.equals("down") && check.startsWith("L7RSP") ? "passed over" : status;
        }

        /** The word without how many checks it is on its way to another one, as in {@code up 1/3}. */
        String settled() {
            return word().replaceFirst(" [0-9]+/[0-9]+$", "");
        }

        /** Up by assumption: no check has ended yet. */
        boolean assumed() {
            return up() && check.isEmpty();
        }

        /** Up by a check. */
        boolean passed() {
            return up() && check.matches("L[0-9]OK.*");
        }
    }

    /** The servers of a backend, in the order of the configuration. */
    List<Row> servers(String backend) {
        return lines.stream()
                .filter(cells -> cell(cells, "pxname").equals(backend))
                .filter(cells -> !TOTALS.contains(cell(cells, "svname")))
                .map(this::row)
                .toList();
    }

    /** Every server of every backend, as {@code backend/server}. */
    Map<String, Row> servers() {
        Map<String, Row> servers = new LinkedHashMap<>();
        lines.stream()
                .filter(cells -> !TOTALS.contains(cell(cells, "svname")))
                .forEach(cells -> servers.put(cell(cells, "pxname") + "/" + cell(cells, "svname"), row(cells)));
        return servers;
    }

    private Row row(String[] cells) {
        String code = cell(cells, "check_code");
        // An asterisk marks a check that is under way.
        String check = cell(cells, "check_status").replace("* ", "");
        return new Row(
                cell(cells, "svname"),
                status(cells),
                check.equals("INI") ? "" : code.isEmpty() ? check : check + "/" + code,
                count(cell(cells, "scur")));
    }

    private static int count(String cell) {
        return cell.matches("[0-9]{1,9}") ? Integer.parseInt(cell) : 0;
    }

    /** HAProxy says {@code UP} of a server of no weight, too, but sends it nobody new. */
    private String status(String[] cells) {
        String status = cell(cells, "status").toLowerCase(Locale.ROOT);
        return cell(cells, "weight").equals("0") ? status.replaceFirst("^up", "drain") : status;
    }

    private String cell(String[] cells, String name) {
        int column = columns.indexOf(name);
        return column < 0 || column >= cells.length ? "" : cells[column];
    }
}
