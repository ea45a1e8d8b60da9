package org.truce.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Keeps by name what was derived at a cost, until it is derived again. What is missing or torn is as if it had never
 * been there; what cannot be written is forgotten. Thread-safe.
 */
public interface Cache {
    /** What was kept under a name of letters, digits and hyphens; null where there is nothing, or it is torn. */
    byte @Nullable [] read(String name);

    /** Keeps bytes under a name, in place of what was there. */
    void write(String name, byte[] bytes);

    /** As long as the program runs. */
    static Cache inMemory() {
        Map<String, byte[]> kept = new ConcurrentHashMap<>();
        return new Cache() {
            @Override
            public byte @Nullable [] read(String name) {
                return kept.get(name);
            }

            @Override
            public void write(String name, byte[] bytes) {
                kept.put(name, bytes);
            }
        };
    }

    /** In files of a directory, each four bytes of CRC-32 and then what was kept. */
    static Cache in(Path directory) {
        return new Cache() {
            @Override
            public byte @Nullable [] read(String name) {
                try {
                    byte[] file = Files.readAllBytes(directory.resolve(name));
                    return file.length >= Integer.BYTES && ByteBuffer.wrap(file).getInt() == sum(file)
                            ? java.util.Arrays.copyOfRange(file, Integer.BYTES, file.length)
                            : null;
                } catch (IOException e) {
                    return null;
                }
            }

            @Override
            public void write(String name, byte[] bytes) {
                byte[] file = new byte[Integer.BYTES + bytes.length];
                System.arraycopy(bytes, 0, file, Integer.BYTES, bytes.length);
                ByteBuffer.wrap(file).putInt(sum(file));
                try {
                    Files.createDirectories(directory);
                    Path written = Drafts.create(directory, name);
                    try {
                        Files.write(written, file);
                        Files.move(written, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    } finally {
                        Files.deleteIfExists(written);
                    }
                } catch (IOException e) {
                    // A copy that cannot be written is still read: what was derived is derived again next time.
                }
            }
        };
    }

    private static int sum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, Integer.BYTES, file.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
