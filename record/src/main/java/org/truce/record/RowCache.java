package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.truce.record.store.Layout;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.Tree;

/**
 * The rows of whole blocks in {@code cache/rows-v1}, so that a restart does not read history again. A head of 128 bytes
 * (magic, number of blocks, root of the tree that they cover, hash of the names of the stores that were there, CRC-32C),
 * then blocks, each followed by its CRC-32C. Anything that does not fit is ignored and built anew.
 */
final class RowCache {
    private static final long MAGIC = 0x74727563652d7231L; // "truce-r1"
    private static final int HEAD_BYTES = 128;
    private static final int BLOCK_BYTES = Rows.BLOCK * Rows.WIDTH * Long.BYTES;

    private RowCache() {}

    private static Path file(Layout layout) {
        return layout.cache().resolve("rows-v1");
    }

    private static ByteBuffer head(Shelf shelf, long blocks) throws IOException {
        String stores = shelf.layout().stores().stream().map(Object::toString).collect(Collectors.joining(" "));
        Hash root = Merkle.root(blocks * Rows.BLOCK, Tree.nodes(shelf.published(), shelf::tile));
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(MAGIC)
                .putLong(blocks)
                .put(root.bytes())
                .put(Hash.sha256(stores.getBytes(StandardCharsets.UTF_8)).bytes());
        return head.position(HEAD_BYTES - Long.BYTES)
                .putLong(crc(head.duplicate().flip()))
                .flip();
    }

    /** The digest of the root of the tree over the first entries and of the names of the stores that are there. */
    static Hash state(Shelf shelf, long size) throws IOException {
        String stores = shelf.layout().stores().stream().map(Object::toString).collect(Collectors.joining(" "));
        Hash root = Merkle.root(size, Tree.nodes(shelf.published(), shelf::tile));
        return Hash.sha256((root + " " + stores).getBytes(StandardCharsets.UTF_8));
    }

    private static long crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    /** The rows that the cache holds for this very record; none where it is missing, torn or another's. */
    static Rows load(Shelf shelf) {
        Path file = file(shelf.layout());
        if (!Files.isRegularFile(file)) {
            return new Rows(shelf.layout().cache());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = read(channel, 0, HEAD_BYTES);
            long blocks = head.getLong(8);
            boolean fits = blocks > 0
                    && blocks * Rows.BLOCK <= shelf.published()
                    && channel.size() == HEAD_BYTES + blocks * (BLOCK_BYTES + Long.BYTES)
                    && head.equals(head(shelf, blocks));
            Rows rows = new Rows(shelf.layout().cache());
            for (int i = 0; fits && i < blocks; i++) {
                ByteBuffer block = read(channel, HEAD_BYTES + i * (long) (BLOCK_BYTES + Long.BYTES), BLOCK_BYTES + 8);
                if (crc(block.duplicate().limit(BLOCK_BYTES)) != block.getLong(BLOCK_BYTES)) {
                    return new Rows(shelf.layout().cache());
                }
                rows.addBlock(block.limit(BLOCK_BYTES).asLongBuffer());
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            return new Rows(shelf.layout().cache()); // a cache that cannot be read is no cache
        }
    }

    /** Whether there is a cache that will not be believed. */
    static boolean isDamaged(Shelf shelf) {
        return Files.exists(file(shelf.layout())) && load(shelf).size() == 0;
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, at, length);
    }

    /** Keeps the rows of whole published blocks. That it cannot (a directory that is read-only) is no error. */
    static void save(Shelf shelf, Rows rows) {
        long blocks = Math.min(rows.size(), shelf.published()) / Rows.BLOCK;
        Path file = file(shelf.layout());
        try {
            if (blocks == 0 || current(shelf, file, blocks)) {
                return;
            }
            Files.createDirectories(shelf.layout().cache());
            Path draft = Files.createTempFile(shelf.layout().cache(), "rows", ".tmp");
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(head(shelf, blocks));
                for (int i = 0; i < blocks; i++) {
                    out.write(bytes(rows.block(i)));
                }
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            delete(shelf.layout());
        }
    }

    private static boolean current(Shelf shelf, Path file, long blocks) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.size() > HEAD_BYTES && read(channel, 0, HEAD_BYTES).equals(head(shelf, blocks));
        }
    }

    private static ByteBuffer bytes(LongBuffer block) {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES + Long.BYTES);
        bytes.asLongBuffer().put(0, block, 0, Rows.BLOCK * Rows.WIDTH);
        return bytes.putLong(BLOCK_BYTES, crc(bytes.duplicate().limit(BLOCK_BYTES)));
    }

    /** Forgets all that may tell of a content that was destroyed: the cache, drafts of it, and whatever was derived. */
    static void forget(Layout layout) {
        delete(layout);
        deleteIn(layout.cache(), "{rows,picture}*.tmp");
        deleteIn(layout.cache().resolve("derived"), "*");
    }

    private static void deleteIn(Path directory, String names) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // it is derived again where it is asked for
        }
    }

    /** Forgets the cache, and what the rooms above have laid beside it: it may hold what is in the contents. */
    static void delete(Layout layout) {
        for (String name : List.of("rows-v1", "picture-v1")) {
            try {
                Files.deleteIfExists(layout.cache().resolve(name));
            } catch (IOException e) {
                // it is checked before it is believed
            }
        }
    }
}
