package io.hcdc.haproxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The machine-readable form of the stats page. */
final class StatsCsv {
    private StatsCsv() {}

    /**
     * One server of a backend.
     *
     * @param name its name
     * @param status HAProxy's word in lower case, e.g. {@code up}, {@code down}, {@code maint}
     * @param check the newest check's outcome, e.g. {@code L7OK/200}
     */
    record Row(String name, String status, String check) {
        boolean up() {
            return status.startsWith("up");
        }
    }

    /** The servers of a backend, in the order of the configuration. */
    static List<Row> servers(String csv, String backend) throws IOException {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
            throw new IOException("the stats page has no CSV");
        }
        List<String> columns = Arrays.asList(lines.get(0).substring(2).split(",", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cell(cells, columns, "pxname").equals(backend)
                    && !cell(cells, columns, "svname").equals("BACKEND")) {
                rows.add(row(cells, columns));
            }
        }
        return rows;
    }

    private static Row row(String[] cells, List<String> columns) {
        String code = cell(cells, columns, "check_code");
        // An asterisk marks a check that is under way.
        String check = cell(cells, columns, "check_status").replace("* ", "");
        return new Row(
                cell(cells, columns, "svname"),
                cell(cells, columns, "status").toLowerCase(Locale.ROOT),
                code.isEmpty() ? check : check + "/" + code);
    }

    private static String cell(String[] cells, List<String> columns, String name) {
        int column = columns.indexOf(name);
        return column < 0 || column >= cells.length ? "" : cells[column];
    }
}
