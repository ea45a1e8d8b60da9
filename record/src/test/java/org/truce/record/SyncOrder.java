package org.truce.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows what a writer does to the files of a record, and sees whether each thing that must be on the platter is there
 * in time: a file's bytes once it was synced after they were written, its name once its directory was. Knows nothing of
 * how the record is written but the rules of {@code docs/formats/record.md}.
 */
final class SyncOrder {
    private final String root;
    /** Line of the last write to each file. */
    private final Map<String, Integer> written = new TreeMap<>();
    /** Line on which each name was made, by creation or renaming. */
    private final Map<String, Integer> named = new TreeMap<>();
    /** Line of the last deletion in each directory. */
    private final Map<String, Integer> deleted = new TreeMap<>();
    /** Line on which the last sync of each file or directory began that has ended. */
    private final Map<String, Integer> synced = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();
    private int acknowledgements;
    private int checkpoints;
    private int segments;

    private SyncOrder(String root) {
        this.root = root;
    }

    /**
     * What was found.
     *
     * @param acknowledgements that were checked
     * @param checkpoints likewise
     * @param segments of the journal that were deleted
     * @param faults what was not on the platter in time
     */
    record Findings(int acknowledgements, int checkpoints, int segments, List<String> faults) {}

    static Findings check(SystemCalls trace, String root) {
        SyncOrder order = new SyncOrder(root);
        trace.calls().forEach(order::follow);
        return new Findings(order.acknowledgements, order.checkpoints, order.segments, List.copyOf(order.faults));
    }

    private void follow(SystemCalls.Call call) {
        switch (call.name()) {
            case "openat", "open" -> {
                if (call.arguments().contains("O_CREAT")) {
                    created(call.texts().getFirst(), call.ended());
                }
            }
            case "mkdir", "mkdirat" -> created(call.texts().getFirst(), call.ended());
            case "write", "pwrite64", "ftruncate", "writev", "pwritev" -> wrote(call);
            case "fsync", "fdatasync" -> synced.merge(call.file(), call.began(), Math::max);
            case "rename", "renameat", "renameat2" ->
                renamed(call.texts().get(0), call.texts().get(1), call);
            case "unlink", "unlinkat", "rmdir" -> unlinked(call.texts().getFirst(), call);
            default -> throw new AssertionError("not asked for: " + call);
        }
    }

    private boolean ours(String path) {
        return path.startsWith(root + "/")
                && !path.startsWith(root + "/cache")
                && !path.equals(root + "/lock")
                && !path.endsWith(".tmp");
    }

    private void created(String path, int line) {
        if (path.startsWith(root + "/")) {
            named.putIfAbsent(path, line);
        }
    }

    private void wrote(SystemCalls.Call call) {
        if (call.file().startsWith(root + "/")) {
            written.put(call.file(), call.ended());
        } else if (call.file().endsWith("/acknowledged")
                && call.texts().getFirst().startsWith("acknowledged")) {
            acknowledgements++;
            for (String path : named.keySet()) {
                if (path.startsWith(root + "/journal")) {
                    expect(path, call.began(), "an acknowledgement");
                }
            }
        }
    }

    private void renamed(String from, String to, SystemCalls.Call call) {
        if (!from.startsWith(root + "/")) {
            return;
        }
        bytesOf(from, call.began(), "it was renamed");
        if (to.equals(root + "/checkpoint")) {
            checkpoints++;
            for (String path : named.keySet()) {
                if (ours(path) && !path.startsWith(root + "/journal")) {
                    expect(path, call.began(), "the checkpoint that needs it");
                }
            }
        }
        Integer last = written.remove(from);
        Integer sync = synced.remove(from);
        named.remove(from);
        named.put(to, call.ended());
        written.put(to, last == null ? 0 : last);
        synced.put(to, sync == null ? 0 : sync);
    }

    private void unlinked(String path, SystemCalls.Call call) {
        if (!path.startsWith(root + "/")) {
            return;
        }
        boolean journal = path.startsWith(root + "/journal/");
        if (ours(path) && !path.contains("/attachments/")) {
            expect(root + "/checkpoint", call.began(), "the deletion of " + path);
        }
        if (journal) {
            segments++;
            deleted.forEach((directory, line) -> {
                if (!directory.equals(root + "/journal") && !reached(directory, line)) {
                    faults.add(call.began() + ": deletions in " + directory + " before the journal went");
                }
            });
        }
        named.remove(path);
        written.remove(path);
        synced.remove(path);
        deleted.remove(path); // a directory that is gone takes with it what was deleted in it
        if (ours(path) && !path.equals(root + "/journal")) {
            deleted.put(parent(path), call.ended());
        }
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private boolean reached(String path, int line) {
        return synced.getOrDefault(path, -1) > line;
    }

    private void bytesOf(String path, int line, String before) {
        Integer last = written.get(path);
        if (last != null && last > 0 && !reached(path, last)) {
            faults.add(line + ": the bytes of " + path + " before " + before);
        }
    }

    /** The file's bytes and its name must have reached the platter, and so must the names of its directories. */
    private void expect(String path, int line, String before) {
        bytesOf(path, line, before);
        for (String at = path; at.length() > root.length(); at = parent(at)) {
            Integer name = named.get(at);
            if (name != null && !reached(parent(at), name)) {
                faults.add(line + ": the name of " + at + " before " + before);
            }
        }
    }
}
