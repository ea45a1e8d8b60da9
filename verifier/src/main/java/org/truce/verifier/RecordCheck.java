package org.truce.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Checks every file of a record. */
final class RecordCheck {
    private static final Pattern LAST = Pattern.compile("\"kind\"\\s*:\\s*\"RecordClosed\"");
    private static final Pattern ORDER = Pattern.compile("\"kind\"\\s*:\\s*\"ContentDestroyed\"");

    private final Files files;
    private final Keys keys;
    private final Head head;
    private final List<Note.Key> witnesses;
    private final Map<String, StoreCheck> stores = new TreeMap<>();
    private final Map<Long, Long> orders = new TreeMap<>();
    private final Map<Long, UUID> destroyed = new HashMap<>();
    private final String witnessed;
    private long held;
    private long recorded = Long.MIN_VALUE;

    private RecordCheck(Path dir, Optional<Path> vkey, Optional<Path> against) throws IOException, Wrong {
        files = new Files(dir);
        byte[] own = files.need("vkey");
        byte[] given = vkey.isPresent() ? java.nio.file.Files.readAllBytes(vkey.get()) : own;
        Note.Key first = Note.Key.parse(new String(own, StandardCharsets.UTF_8), "vkey");
        if (!(first.name() + "+")
                        .equals(new String(own, StandardCharsets.UTF_8)
                                .substring(0, first.name().length() + 1))
                || !new String(own, StandardCharsets.UTF_8).endsWith("\n")) {
            throw new Wrong("vkey", "This is no verifier key on a line.");
        }
        keys = new Keys(first, files.find("rotations").orElse(new byte[0]));
        if (!keys.all().contains(Note.Key.parse(new String(given, StandardCharsets.UTF_8), "--vkey"))) {
            throw new Wrong("vkey", "The record has another key than the one that you know: it is another record.");
        }
        String about = keys.signed(files.need("record"), 0, "record");
        if (!about.startsWith("truce-record/v1\n" + first.name() + "\nname ")) {
            throw new Wrong("record", "This is not what the record is called.");
        }
        head = Head.parse(files.need("checkpoint"), keys, "checkpoint");
        if (keys.since() > head.size()) {
            throw new Wrong("checkpoint", "It is older than the record's newest key.");
        }
        LogCheck log = new LogCheck(files, head.size());
        log.expect("checkpoint", head);
        if (against.isPresent()) {
            log.expect("--against", Head.parse(java.nio.file.Files.readAllBytes(against.get()), keys, "--against"));
        }
        Optional<Policy> policy = policy();
        witnesses = policy.map(Policy::keys).orElse(List.of());
        lines(head, "checkpoint");
        witnessed = policy.isEmpty() ? "" : witnessed(log, policy.get());
        contents(log);
        files.nothingElse();
    }

    private Optional<Policy> policy() throws IOException, Wrong {
        Optional<byte[]> file = files.find("policy");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String text = keys.signed(file.get(), head.size(), "policy");
        String start = "truce-policy/v1\n" + keys.first().name() + "\n";
        if (!text.startsWith(start)) {
            throw new Wrong("policy", "This is no policy of this record.");
        }
        return Optional.of(new Policy(text.substring(start.length())));
    }

    private void lines(Head of, String place) throws Wrong {
        for (Note.Line line : of.note().lines()) {
            if (!of.note().isRight(line, keys.at(of.size()), witnesses)) {
                throw new Wrong(
                        place, "A signature by " + line.name() + " is wrong, or by nobody whom the record names.");
            }
        }
    }

    private String witnessed(LogCheck log, Policy policy) throws IOException, Wrong {
        Optional<byte[]> file = files.find("witnessed");
        if (file.isEmpty()) {
            return "; not yet witnessed by enough";
        }
        Head seen = Head.parse(file.get(), keys, "witnessed");
        lines(seen, "witnessed");
        if (!policy.enough(seen.note())) {
            throw new Wrong("witnessed", "The witnesses under it are not enough for the policy.");
        }
        log.expect("witnessed", seen);
        return "; " + seen.size() + " witnessed by enough of " + witnesses.size();
    }

    private void contents(LogCheck log) throws IOException, Wrong {
        Path contents = files.path("contents");
        if (java.nio.file.Files.isDirectory(contents)) {
            try (var names = java.nio.file.Files.list(contents)) {
                names.map(it -> it.getFileName().toString())
                        .forEach(name -> stores.put(name, new StoreCheck(files, name, head.size(), keys)));
            }
        }
        for (long range = 0; range * 256 < head.size(); range++) {
            List<byte[]> leaves = log.range(range);
            Map<Integer, StoreCheck.Item> items = new TreeMap<>();
            for (StoreCheck store : stores.values()) {
                for (var item : store.range(range, leaves).entrySet()) {
                    if (items.put(item.getKey(), item.getValue()) != null) {
                        throw new Wrong("entry " + (range * 256 + item.getKey()), "It stands in two stores.");
                    }
                }
            }
            for (var item : items.entrySet()) {
                item(range * 256 + item.getKey(), item.getValue());
            }
        }
        log.finish(keys);
        for (StoreCheck store : stores.values()) {
            store.finish();
        }
        for (var order : orders.entrySet()) {
            if (!destroyed.getOrDefault(order.getKey(), new UUID(0, 0)).equals(new UUID(0, 0))) {
                throw new Wrong("entry " + order.getValue(), "Its content is gone, and its order does not say so.");
            }
        }
    }

    private void item(long index, StoreCheck.Item item) throws Wrong {
        held++;
        if (item.recorded() < 0) {
            ByteBuffer data = ByteBuffer.wrap(item.data());
            UUID id = new UUID(data.getLong(0), data.getLong(8));
            long order = data.getLong(33);
            if (order <= index || order >= head.size() || orders.put(order, index) != null) {
                throw new Wrong("entry " + index, "Its content is gone, and no entry orders that.");
            }
            destroyed.put(order, id);
            return;
        }
        String content = new String(item.data(), StandardCharsets.UTF_8);
        if (item.recorded() < recorded) {
            throw new Wrong("entry " + index, "It was recorded before the entry that precedes it.");
        }
        recorded = item.recorded();
        UUID ordered = destroyed.get(index);
        if (ordered != null && ORDER.matcher(content).find() && content.contains(ordered.toString())) {
            destroyed.put(index, new UUID(0, 0));
        }
        if (index + 1 < head.size() && LAST.matcher(content).find()) {
            throw new Wrong("entry " + index, "It ends the record, and others follow it.");
        }
    }

    /** One line that says what was found right. */
    static String check(Path dir, Optional<Path> vkey, Optional<Path> against) throws IOException, Wrong {
        RecordCheck check = new RecordCheck(dir, vkey, against);
        int attachments =
                check.stores.values().stream().mapToInt(StoreCheck::attachments).sum();
        return check.head.size() + " entries of " + check.keys.first().name() + ", root " + check.head.root() + "; "
                + (check.held - check.destroyed.size()) + " contents present, " + (check.head.size() - check.held)
                + " withheld, " + check.destroyed.size() + " destroyed by order, " + attachments + " attachments"
                + check.witnessed;
    }
}
