package org.truce.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.model.Problem;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Sha256;

/** Takes an attachment that is missing or damaged from another store that holds the same file. */
final class AttachmentRepair {
    private static final Set<String> CODES = Set.of("missing-file", "damaged-attachment");

    private final Layout layout;
    private final Bench bench;
    private final List<Problem> found = new ArrayList<>();

    AttachmentRepair(Layout layout, Bench bench) {
        this.layout = layout;
        this.bench = bench;
    }

    /** Whether a problem is one with an attachment; it is remembered. */
    boolean isOne(Problem problem) {
        boolean one = CODES.contains(problem.code()) && problem.place().matches("contents/[^/]+/attachments/.*");
        return one && found.add(problem);
    }

    /** Mends what was remembered, where that can be done; the problems that stay. */
    List<Problem> mend() throws IOException {
        List<Problem> stay = new ArrayList<>();
        for (Problem problem : found) {
            Path file = layout.root().resolve(problem.place());
            Optional<Path> twin = twin(file);
            if (twin.isPresent()) {
                bench.copy(twin.get(), file, "copied from " + layout.name(twin.get()));
            } else {
                stay.add(problem);
            }
        }
        return stay;
    }

    private Optional<Path> twin(Path file) throws IOException {
        Optional<Hash> name = Hash.fromHex(file.getFileName().toString());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (StoreName store : layout.stores()) {
            Path other = layout.attachment(store, name.get());
            if (Files.isRegularFile(other) && hash(other).equals(name.get())) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static Hash hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Hash.of(digest.digest());
    }
}
