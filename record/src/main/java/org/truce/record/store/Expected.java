package org.truce.record.store;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.truce.record.tlog.TilePath;

/**
 * Which files a record of a size may have, by their names. Pure.
 *
 * @param size of the published record
 * @param partials which partial tiles there are
 */
public record Expected(long size, Partials partials) {
    private static final Set<String> ALWAYS =
            Set.of("vkey", "record", "checkpoint", "policy", "witnessed", "rotations");
    private static final Pattern CONTENTS = Pattern.compile(
            "contents/([^/]+)/(?:head\\.([0-9]{1,19})|(entries/.+)|attachments/([0-9a-f]{2})/(\\4[0-9a-f]{62}))");

    /** Whether a file of this name, relative to the record's directory, belongs to the record. */
    public boolean has(String name) {
        if (ALWAYS.contains(name)) {
            return true;
        }
        if (name.startsWith("partials.")) {
            return name.equals("partials." + size);
        }
        return TilePath.parse(name).map(this::hasTile).orElseGet(() -> hasContents(name));
    }

    private boolean hasTile(TilePath tile) {
        return tile.partial() ? partials.contains(tile) : tile.index() < TilePath.fullTiles(tile.level(), size);
    }

    private boolean hasContents(String name) {
        Matcher form = CONTENTS.matcher(name);
        if (!form.matches() || !StoreName.isValid(form.group(1))) {
            return false;
        }
        if (form.group(2) != null) {
            return form.group(2).equals(Long.toString(size));
        }
        return form.group(3) == null || hasBundle(form.group(3));
    }

    private boolean hasBundle(String path) {
        Optional<TilePath> bundle = TilePath.parse("tile/" + path);
        return bundle.isPresent()
                && (bundle.get().partial()
                        ? bundle.get().index() == size >>> 8 && bundle.get().width() == (size & 0xff)
                        : bundle.get().index() < size >>> 8);
    }
}
