package org.truce.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.record.Kept;
import org.truce.record.TruceRecord;

/** Entries as people name them: by their whole id, or by its ending as tables print it. */
final class EntryRef {
    private static final int SHOWN = 8;
    private static final String ENDING = "…?[0-9a-fA-F-]{6,36}";

    private EntryRef() {}

    /** The ending of an id. Its beginning is the time and alike for many; its end is random. */
    static String ending(String id) {
        return id.length() > SHOWN ? "…" + id.substring(id.length() - SHOWN) : id;
    }

    /** Whether a reference, an id or an ending of one with or without the sign before it, names an id. */
    static boolean names(String reference, String id) {
        return reference.matches(ENDING)
                && id.endsWith(reference.replace("…", "").toLowerCase(Locale.ROOT));
    }

    /** The index of the entry that an id, or the ending of just one id, names. An ending reads the whole record. */
    static long index(TruceRecord record, String dir, String reference) throws IOException {
        if (reference.length() == 36) {
            try {
                OptionalLong index = record.byId(UUID.fromString(reference));
                if (index.isPresent()) {
                    return index.getAsLong();
                }
                throw none(dir, reference);
            } catch (IllegalArgumentException e) {
                throw none(dir, reference, e);
            }
        }
        if (!reference.matches(ENDING)) {
            throw none(dir, reference);
        }
        String ending = reference.replace("…", "").toLowerCase(Locale.ROOT);
        List<Long> found = new ArrayList<>();
        record.forEach(0, record.size(), Audience.Group.MISSION, kept -> {
            if (kept instanceof Kept.Present present && id(present).endsWith(ending)) {
                found.add(present.index());
            }
        });
        if (found.size() > 1) {
            throw new ProblemException(
                    "not-one-entry", reference, "The ids of " + found.size() + " entries end so; give more of it.");
        }
        if (found.isEmpty()) {
            throw none(dir, reference);
        }
        return found.getFirst();
    }

    private static String id(Kept.Present present) {
        return EntryJson.read(present.content().bytes()) instanceof EntryJson.Result.Read(Entry entry)
                ? entry.id().toString()
                : "";
    }

    private static ProblemException none(String dir, String reference) {
        return new ProblemException(
                "no-entry", reference, "There is no such entry; truce show " + dir + " entries lists them.");
    }

    private static ProblemException none(String dir, String reference, Exception cause) {
        ProblemException problem = none(dir, reference);
        problem.initCause(cause);
        return problem;
    }
}
