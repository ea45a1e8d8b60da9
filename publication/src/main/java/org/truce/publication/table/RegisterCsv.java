package org.truce.publication.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A register as CSV: the first line names the columns, those that {@link Dictionary} describes before any other. The rows
 * are gone through twice, once for their columns and once to be written, and none is kept.
 */
public final class RegisterCsv {
    private final List<String> columns;
    private final List<ObjectNode> rows;

    private RegisterCsv(List<String> columns, List<ObjectNode> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** The rows of a register, by its name. Goes through the rows once. */
    public static RegisterCsv of(String register, List<ObjectNode> rows) {
        return new RegisterCsv(columns(Dictionary.columns(register), rows), rows);
    }

    /** The names of the columns, in their order. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Writes the table.
     *
     * @param written is told the number of rows after each
     */
    public void write(Appendable out, LongConsumer written) throws IOException {
        out.append(Csv.line(columns)).append(Csv.END);
        long count = 0;
        for (ObjectNode row : rows) {
            Map<String, String> cells = Flat.of(row);
            out.append(Csv.line(columns.stream()
                            .map(column -> cells.getOrDefault(column, ""))
                            .toList()))
                    .append(Csv.END);
            written.accept(++count);
        }
    }

    /** Described columns first, then those that the rows have too; the columns of one field beside each other. */
    private static List<String> columns(List<String> described, List<ObjectNode> rows) {
        Map<String, Integer> order = new LinkedHashMap<>();
        Set<String> all = new HashSet<>();
        Set<String> filled = new HashSet<>(described);
        described.forEach(column -> add(column, order, all));
        for (ObjectNode row : rows) {
            Flat.silent(row).forEach((column, cell) -> {
                add(column, order, all);
                if (!cell.isEmpty()) {
                    filled.add(column);
                }
            });
        }
        List<String> columns = new ArrayList<>(all);
        columns.removeIf(column -> !filled.contains(column) && isHead(column, all));
        columns.sort(Comparator.comparingInt((String column) -> order.getOrDefault(field(column), 0))
                .thenComparingInt(column -> rank(column, described))
                .thenComparing(column -> column));
        return List.copyOf(columns);
    }

    private static void add(String column, Map<String, Integer> order, Set<String> all) {
        if (all.add(column)) {
            order.putIfAbsent(field(column), order.size());
        }
    }

    private static String field(String column) {
        int dot = column.indexOf('.');
        return dot < 0 ? column : column.substring(0, dot);
    }

    private static int rank(String column, List<String> described) {
        int at = described.indexOf(column);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** Whether an empty column only says that an object is absent whose fields have columns. */
    private static boolean isHead(String column, Set<String> all) {
        return all.stream().anyMatch(other -> other.startsWith(column + "."));
    }
}
