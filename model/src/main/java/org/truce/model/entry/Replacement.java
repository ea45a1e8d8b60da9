package org.truce.model.entry;

import java.util.UUID;
import org.truce.model.Invalid;

/**
 * The entry that another one corrects or withdraws. Only the current head of a chain may be named, and a withdrawal is
 * not withdrawn: one enters again.
 *
 * @param entry the entry that is corrected or withdrawn
 * @param why in words
 * @param withdraws whether nothing takes its place
 */
public record Replacement(UUID entry, String why, boolean withdraws) {
    public Replacement {
        Invalid.unless(!why.isBlank(), "no-reason", "Say why the entry is replaced.");
    }
}
