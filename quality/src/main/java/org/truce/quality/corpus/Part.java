package org.truce.quality.corpus;

import java.util.Locale;

/** What a labelled report may be used for. */
public enum Part {
    /** Written for this project, to work on rules and lexicons. */
    TUNING,
    /** Written for this project and never tuned on: what is measured here may be said in public. */
    HELD,
    /** Development sets that lie beside the project, where they are there at all. */
    SHARED;

    /** As in {@code --part}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
