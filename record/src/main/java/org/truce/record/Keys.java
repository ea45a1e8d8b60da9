package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.model.ProblemException;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/** Where the private keys of records and witnesses are kept: never in a record's directory. */
public sealed interface Keys {
    /**
     * A directory with one file per key, named by the key's id.
     *
     * @param path the directory; made when the first key is kept
     */
    record Directory(Path path) implements Keys {
        @Override
        public Path place(VerifierKey key) {
            return path.resolve(key.idHex());
        }
    }

    /**
     * One file with one key.
     *
     * @param path the file
     */
    record InFile(Path path) implements Keys {
        @Override
        public Path place(VerifierKey key) {
            return path;
        }
    }

    /** Where a key is, or would be kept. */
    Path place(VerifierKey key);

    /**
     * The user's own keys: {@code $XDG_CONFIG_HOME/truce/keys}, else {@code ~/.config/truce/keys}.
     *
     * @param environment variables by name
     * @param home the user's home directory
     */
    static Keys ofUser(Map<String, String> environment, Path home) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = config.isEmpty() ? home.resolve(".config") : Path.of(config);
        return new Directory(base.resolve("truce").resolve("keys"));
    }

    /**
     * The private key of a record.
     *
     * @throws ProblemException {@code key-missing} where this machine has none, {@code key-wrong} where the file holds
     *     another
     */
    default SigningKey find(VerifierKey key) throws IOException {
        Path file = place(key);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(
                    "key-missing",
                    file.toString(),
                    "This machine does not hold the private key " + key.idHex()
                            + ": it can read and verify, not write. Put the key there or name it with"
                            + " --key FILE.");
        }
        Optional<SigningKey> found = read(file);
        return found.filter(it -> it.verifier().equals(key))
                .orElseThrow(() -> new ProblemException(
                        "key-wrong",
                        file.toString(),
                        "This file does not hold the record's private key " + key.idHex()
                                + "; name the right one with --key FILE."));
    }

    /** The key in a file; empty where it holds none. */
    static Optional<SigningKey> read(Path file) throws IOException {
        if (Files.size(file) > 10_000) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return SigningKey.parse(line).or(() -> SigningKey.parse(line, VerifierKey.Use.COSIGNATURE));
    }

    /** Keeps a new key, readable by its owner alone, and returns when it is on the platter. */
    default void keep(SigningKey key) throws IOException {
        Path file = place(key.verifier());
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent, privately("rwx------"));
        }
        try (FileChannel out = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), privately("rw-------"))) {
            ByteBuffer text = StandardCharsets.UTF_8.encode(key.secretText() + "\n");
            while (text.hasRemaining()) {
                out.write(text);
            }
            out.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new ProblemException(
                    "key-exists", file.toString(), "There is a file of this name already; no key is ever overwritten.");
        }
    }

    private static FileAttribute<?>[] privately(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
