package org.truce.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code strace -f -y} wrote: the system calls of a process that succeeded, in the order of their ends. */
record SystemCalls(List<Call> calls) {
    private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+|\\?).*");
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
    private static final Pattern ENDED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (-?\\d+|\\?).*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern OPENED = Pattern.compile("^-?\\d+<([^>]*)>");

    /**
     * One call.
     *
     * @param began line on which it began
     * @param ended line on which it ended: every call with a larger {@code began} began after it had ended
     * @param name of the call
     * @param file the path of the open file that it is about; empty where it is about none
     * @param texts its quoted arguments
     * @param arguments all of them
     */
    record Call(int began, int ended, String name, String file, List<String> texts, String arguments) {}

    static SystemCalls parse(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> begun = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher whole = WHOLE.matcher(lines.get(i));
            Matcher start = BEGUN.matcher(lines.get(i));
            Matcher end = ENDED.matcher(lines.get(i));
            if (start.matches()) {
                begun.put(start.group(1), i);
            } else if (end.matches()) {
                int began = begun.getOrDefault(end.group(1), i);
                Matcher first = BEGUN.matcher(lines.get(began));
                String arguments = first.matches() ? first.group(3) + end.group(3) : end.group(3);
                add(calls, began, i, end.group(2), arguments, end.group(4));
            } else if (whole.matches()) {
                add(calls, i, i, whole.group(2), whole.group(3), whole.group(4));
            }
        }
        return new SystemCalls(List.copyOf(calls));
    }

    private static void add(List<Call> calls, int began, int ended, String name, String arguments, String result) {
        if (result.startsWith("-") || result.equals("?")) {
            return;
        }
        List<String> texts =
                QUOTED.matcher(arguments).results().map(it -> it.group(1)).toList();
        Matcher opened = OPENED.matcher(arguments);
        calls.add(new Call(began, ended, name, opened.find() ? opened.group(1) : "", texts, arguments));
    }

    /** The same without one call. */
    SystemCalls without(Call call) {
        return new SystemCalls(calls.stream().filter(it -> !it.equals(call)).toList());
    }
}
