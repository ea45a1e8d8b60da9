package org.truce.reading.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@code events.rules}, one a line, the same for every language:
 * {@code type/name: HEAD|HEAD + OTHER|OTHER - VETO|VETO within 9 => denied # example}. Immutable and thread-safe.
 */
final class Rules {
    private static final int REACH = 12;

    private final List<Rule> all;
    private final Map<String, List<Rule>> byHead = new HashMap<>();

    private Rules(List<Rule> all) {
        this.all = List.copyOf(all);
        for (Rule rule : all) {
            for (String head : rule.head()) {
                byHead.computeIfAbsent(head, k -> new ArrayList<>(2)).add(rule);
            }
        }
    }

    /** The packaged rules, read once. */
    static Rules packaged() {
        return Holder.RULES;
    }

    private static final class Holder {
        static final Rules RULES = load();
    }

    private static Rules load() {
        List<Rule> out = new ArrayList<>();
        try (InputStream in = Rules.class.getResourceAsStream("/org/truce/reading/events.rules")) {
            if (in == null) {
                throw new IllegalStateException("events.rules is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    out.add(parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("events.rules", e);
        }
        return new Rules(out);
    }

    /** Reads one line. Throws IllegalArgumentException with the line when it is not in the notation. */
    static Rule parse(String line) {
        int sign = line.indexOf(" # ");
        String example = sign < 0 ? "" : line.substring(sign + 3).trim();
        String body = sign < 0 ? line : line.substring(0, sign);
        int colon = body.indexOf(':');
        int slash = body.indexOf('/');
        if (slash < 0 || colon < slash) {
            throw new IllegalArgumentException("a rule is type/name: CONCEPTS, not " + line);
        }
        String status = "";
        int arrow = body.indexOf("=>");
        if (arrow >= 0) {
            status = body.substring(arrow + 2).trim();
            body = body.substring(0, arrow);
        }
        int reach = REACH;
        int within = body.indexOf(" within ");
        if (within >= 0) {
            reach = Integer.parseInt(body.substring(within + 8).trim());
            body = body.substring(0, within);
        }
        Set<String> veto = Set.of();
        int minus = body.indexOf(" - ");
        if (minus >= 0) {
            veto = concepts(body.substring(minus + 3));
            body = body.substring(0, minus);
        }
        List<Set<String>> parts = new ArrayList<>();
        for (String part : body.substring(colon + 1).split("\\+", -1)) {
            parts.add(concepts(part));
        }
        return new Rule(
                body.substring(0, colon).trim(),
                body.substring(0, slash).trim(),
                parts.getFirst(),
                List.copyOf(parts.subList(1, parts.size())),
                veto,
                reach,
                status,
                example);
    }

    private static Set<String> concepts(String part) {
        return Set.of(part.trim().split("\\|", -1));
    }

    /** All of them, in the order of the file. */
    List<Rule> all() {
        return all;
    }

    /** Those that a concept may be the head of. */
    List<Rule> headedBy(String concept) {
        return byHead.getOrDefault(concept, List.of());
    }
}
