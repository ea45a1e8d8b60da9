package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.truce.record.store.Disk;

/**
 * A disk that does what it is told and remembers, at every step, what a power cut then could leave: of everything that
 * was not synced, any part, in any order. It promises no more than POSIX does: the sync of a file covers its bytes and
 * length and not its name, the sync of a directory the names in it and nothing of what they name; a rename alone happens
 * whole or not at all. That is weaker than any file system in use (compare Pillai et al., OSDI 2014, table 2).
 */
final class WeakDisk implements Disk {
    /** All of a change happened. */
    static final int WHOLE = 2;

    private final Disk real = Disk.real();
    private final Path root;
    private final IntSupplier acknowledged;
    private final Map<Path, Integer> live = new HashMap<>();
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private int made;

    /** A file or a directory: what is on the platter, and what happened to it since. */
    sealed interface Node {
        /** Bytes, and the writes and cuts since. */
        @SuppressWarnings("ArrayRecordComponent") // told apart by what they are, not by what they hold
        record Content(byte[] synced, List<Change> since) implements Node {}

        /** Names, and what happened to them since. */
        record Directory(Map<String, Integer> synced, List<Naming> since) implements Node {}
    }

    /** Bytes written at a position, or a cut there where there are none. */
    @SuppressWarnings("ArrayRecordComponent")
    record Change(long at, byte[] bytes, boolean cut) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A node gets a name; a former name goes in the same step. Without a node, the name goes. */
    record Naming(String name, int node, String former) {
        static final int NOTHING = -1;
    }

    /** What the platter holds at least, what it may hold, and how much was acknowledged by then. */
    record Moment(int acknowledged, Map<Integer, Node> nodes) {}

    /**
     * Watches a directory, all of which is on the platter now.
     *
     * @param acknowledged how many entries the caller was told are safe
     */
    WeakDisk(Path root, IntSupplier acknowledged) throws IOException {
        this.root = root;
        this.acknowledged = acknowledged;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(it -> !skipped(it)).toList()) {
                int node = made++;
                live.put(file, node);
                boolean directory = Files.isDirectory(file);
                nodes.put(
                        node,
                        directory
                                ? new Node.Directory(Map.of(), List.of())
                                : new Node.Content(Files.readAllBytes(file), List.of()));
                if (!file.equals(root)) {
                    name(file, node, "");
                    settle(parent(file));
                }
            }
        }
    }

    /** The cache may be lost at any time, and the lock is no part of the record. */
    private boolean skipped(Path file) {
        String name = root.relativize(file).toString();
        return name.startsWith("cache") || name.equals("lock");
    }

    synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }

    private static Path parent(Path file) {
        return file.resolveSibling(".").normalize();
    }

    private Node.Directory directory(Path path) {
        return (Node.Directory) node(path);
    }

    private Node node(Path path) {
        return node(nodes, id(path));
    }

    private int id(Path path) {
        return Objects.requireNonNull(live.get(path.normalize()), path + " was not made through this disk");
    }

    static Node node(Map<Integer, Node> nodes, int id) {
        return Objects.requireNonNull(nodes.get(id), "a node without its beginning");
    }

    private void name(Path file, int node, String former) {
        Node.Directory directory = directory(parent(file));
        List<Naming> since = new ArrayList<>(directory.since());
        since.add(new Naming(file.getFileName().toString(), node, former));
        nodes.put(id(parent(file)), new Node.Directory(directory.synced(), List.copyOf(since)));
    }

    private void settle(Path path) {
        int id = id(path);
        switch (node(nodes, id)) {
            case Node.Content it -> nodes.put(id, new Node.Content(content(it, change -> WHOLE), List.of()));
            case Node.Directory it -> nodes.put(id, new Node.Directory(names(it, naming -> true), List.of()));
        }
    }

    private void change(Path file, Change change) {
        if (!live.containsKey(file)) {
            live.put(file, made);
            nodes.put(made, new Node.Content(new byte[0], List.of()));
            name(file, made++, "");
        }
        Node.Content content = (Node.Content) node(file);
        List<Change> since = new ArrayList<>(content.since());
        since.add(change);
        nodes.put(id(file), new Node.Content(content.synced(), List.copyOf(since)));
    }

    private void remember() {
        moments.add(new Moment(acknowledged.getAsInt(), Map.copyOf(nodes)));
    }

    /** How much of a change happened: all of its bytes, half of them, or nothing. */
    interface Extent {
        /** 0 for nothing; 1 for half; more for all. */
        int of(Change change);
    }

    /** Whether a naming happened. */
    interface Chosen {
        boolean is(Naming naming);
    }

    static byte[] content(Node.Content content, Extent extent) {
        byte[] bytes = content.synced();
        for (Change change : content.since()) {
            int much = extent.of(change);
            if (much > 0 && change.cut()) {
                bytes = Arrays.copyOf(bytes, (int) change.at());
            } else if (much > 0) {
                int length = much == 1 ? change.bytes().length / 2 : change.bytes().length;
                int end = (int) change.at() + length;
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length, end));
                System.arraycopy(change.bytes(), 0, bytes, (int) change.at(), length);
            }
        }
        return bytes;
    }

    static Map<String, Integer> names(Node.Directory directory, Chosen chosen) {
        Map<String, Integer> names = new HashMap<>(directory.synced());
        for (Naming naming : directory.since()) {
            if (chosen.is(naming)) {
                names.remove(naming.former());
                names.remove(naming.name());
                if (naming.node() != Naming.NOTHING) {
                    names.put(naming.name(), naming.node());
                }
            }
        }
        return names;
    }

    @Override
    public synchronized void write(Path file, long position, ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        real.write(file, position, bytes);
        change(file, new Change(position, copy, false));
        remember();
    }

    @Override
    public synchronized void sync(Path file) {
        settle(file);
        remember();
    }

    @Override
    public synchronized void syncDirectory(Path directory) {
        settle(directory);
        remember();
    }

    @Override
    public synchronized void truncate(Path file, long length) throws IOException {
        real.truncate(file, length);
        change(file, new Change(length, new byte[0], true));
        remember();
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        if (!parent(from).equals(parent(to))) {
            throw new IllegalStateException(from + " goes to another directory: two syncs would be needed");
        }
        real.rename(from, to);
        int node = id(from);
        live.remove(from);
        live.put(to, node);
        name(to, node, from.getFileName().toString());
        remember();
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        real.delete(file);
        if (live.remove(file) != null) {
            name(file, Naming.NOTHING, "");
            remember();
        }
    }

    @Override
    public synchronized void createDirectory(Path directory) throws IOException {
        if (!live.containsKey(directory)) {
            real.createDirectory(directory);
            live.put(directory, made);
            nodes.put(made, new Node.Directory(Map.of(), List.of()));
            name(directory, made++, "");
            remember();
        }
    }

    @Override
    public void release(Path file) throws IOException {
        real.release(file);
    }
}
