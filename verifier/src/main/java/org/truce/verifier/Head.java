package org.truce.verifier;

import java.util.Base64;

/**
 * A checkpoint (C2SP tlog-checkpoint v1.0.0) that the log signed.
 *
 * @param note as it stands in the file
 * @param size entries that it covers
 * @param root base64 of the tree's root over them
 */
record Head(Note note, long size, String root) {
    static Head parse(byte[] file, Keys keys, String place) throws Wrong {
        Note note = Note.parse(file, place);
        String[] lines = note.text().split("\n", -1);
        if (lines.length != 4 || !lines[0].equals(keys.first().name()) || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new Wrong(place, "This is no checkpoint of this record.");
        }
        Head head = new Head(note, Long.parseLong(lines[1]), lines[2]);
        if (keys.at(head.size).stream().noneMatch(note::signedBy)) {
            throw new Wrong(place, "The record's key did not sign this checkpoint.");
        }
        return head;
    }

    boolean hasRoot(byte[] hash) {
        return root.equals(Base64.getEncoder().encodeToString(hash));
    }

    /** Says where the leaves hash to something else. */
    void expect(byte[] hash, String place) throws Wrong {
        if (!hasRoot(hash)) {
            throw new Wrong(
                    place,
                    "The first " + size + " leaves hash to "
                            + Base64.getEncoder().encodeToString(hash) + ", and what was" + " signed is " + root
                            + ": this is another history.");
        }
    }
}
