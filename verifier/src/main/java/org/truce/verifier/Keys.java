package org.truce.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The keys of a record: the first, and those that followed it, each vouched for by the one before. */
final class Keys {
    private static final int LINES = 7;

    private final List<Note.Key> keys = new ArrayList<>();
    private final List<Long> since = new ArrayList<>();

    Keys(Note.Key first, byte[] rotations) throws Wrong {
        keys.add(first);
        since.add(0L);
        String[] lines = new String(rotations, StandardCharsets.UTF_8).split("\n", -1);
        for (int at = 0; at + LINES < lines.length; at += LINES) {
            String note = String.join("\n", List.of(lines).subList(at, at + LINES)) + "\n";
            follow(Note.parse(Sha.utf8(note), "rotations"));
        }
        if (lines.length % LINES != 1 || !lines[lines.length - 1].isEmpty()) {
            throw new Wrong("rotations", "It does not end with a whole note.");
        }
    }

    private void follow(Note note) throws Wrong {
        String[] text = note.text().split("\n", -1);
        String head = "truce-rotation/v1\n" + first().name() + "\nsize ";
        if (!note.text().startsWith(head) || text.length != 5 || !text[2].matches("size [0-9]{1,18}")) {
            throw new Wrong("rotations", "This is no change of keys of this record.");
        }
        Note.Key next = Note.Key.parse(text[3], "rotations");
        long size = Long.parseLong(text[2].substring("size ".length()));
        if (size <= since()
                || !next.name().equals(first().name())
                || note.lines().size() != 2) {
            throw new Wrong("rotations", "A change of keys is not of this record, or out of order.");
        }
        if (!note.signedBy(last()) || !note.signedBy(next)) {
            throw new Wrong("rotations", "The former key, or the new one, did not sign a change of keys.");
        }
        keys.add(next);
        since.add(size);
    }

    Note.Key first() {
        return keys.get(0);
    }

    private Note.Key last() {
        return keys.get(keys.size() - 1);
    }

    long since() {
        return since.get(since.size() - 1);
    }

    List<Note.Key> all() {
        return List.copyOf(keys);
    }

    /** Those that may sign at a size: one, or two where the size is that of a change. */
    List<Note.Key> at(long size) {
        List<Note.Key> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean over = i + 1 < keys.size() && since.get(i + 1) < size;
            if (since.get(i) <= size && !over) {
                found.add(keys.get(i));
            }
        }
        return found;
    }

    /** The text of a note that a key of its size signed, and nobody else. */
    String signed(byte[] file, long size, String place) throws Wrong {
        Note note = Note.parse(file, place);
        if (note.lines().size() != 1 || at(size).stream().noneMatch(note::signedBy)) {
            throw new Wrong(place, "The record's key did not sign this.");
        }
        return note.text();
    }
}
