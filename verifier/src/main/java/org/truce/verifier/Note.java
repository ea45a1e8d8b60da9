package org.truce.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed note (C2SP signed-note v1.0.0).
 *
 * @param text what is signed
 * @param lines the signatures
 */
record Note(String text, List<Line> lines) {
    /** What comes before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte SIGNS_NOTES = 1;
    private static final byte COSIGNS = 4;

    /** A signature: the key's name, its id, and what it gave. */
    record Line(String name, int id, ByteBuffer signature) {}

    /** A verifier key: name, id, type (1 signs notes, 4 cosigns checkpoints) and the key. */
    record Key(String name, int id, byte type, PublicKey key) {
        static Key parse(String text, String place) throws Wrong {
            String[] parts = text.strip().split("\\+", 3);
            try {
                byte[] bytes = Base64.getDecoder().decode(parts[2]);
                int id = ByteBuffer.wrap(Sha.of(Sha.utf8(parts[0] + "\n"), bytes))
                        .getInt();
                byte[] encoded = Arrays.copyOf(X509, X509.length + 32);
                System.arraycopy(bytes, 1, encoded, X509.length, 32);
                boolean right =
                        bytes.length == 33 && parts[1].equals(HexFormat.of().toHexDigits(id));
                if (right && (bytes[0] == SIGNS_NOTES || bytes[0] == COSIGNS)) {
                    PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
                    return new Key(parts[0], id, bytes[0], key);
                }
            } catch (GeneralSecurityException | RuntimeException e) {
                // said below
            }
            throw new Wrong(place, "This is no verifier key.");
        }

        boolean verifies(byte[] message, byte[] signature) {
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(message);
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        /** Whether it signed a text. */
        boolean signed(String text, byte[] signature) {
            return type == SIGNS_NOTES && verifies(Sha.utf8(text), signature);
        }
    }

    static Note parse(byte[] file, String place) throws Wrong {
        String all = new String(file, StandardCharsets.UTF_8);
        int split = all.lastIndexOf("\n\n");
        if (split < 0 || !all.endsWith("\n") || !Arrays.equals(Sha.utf8(all), file)) {
            throw new Wrong(place, "This is no signed note.");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.substring(split + 2, all.length() - 1).split("\n", -1)) {
            int space = line.lastIndexOf(' ');
            try {
                byte[] both = Base64.getDecoder().decode(line.substring(space + 1));
                String again = "\u2014 " + line.substring(2, space) + " "
                        + Base64.getEncoder().encodeToString(both);
                if (!again.equals(line) || both.length < 5) {
                    throw new IllegalArgumentException(line);
                }
                ByteBuffer in = ByteBuffer.wrap(both);
                lines.add(new Line(line.substring(2, space), in.getInt(), in.slice()));
            } catch (RuntimeException e) {
                throw new Wrong(place, "A line under the note is no signature.");
            }
        }
        return new Note(all.substring(0, split + 1), lines);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static boolean by(Line line, Key key) {
        return line.name().equals(key.name()) && line.id() == key.id();
    }

    /** Whether a key signed it. */
    boolean signedBy(Key key) {
        return lines.stream().anyMatch(line -> by(line, key) && key.signed(text, bytes(line.signature())));
    }

    /** Whether a witness cosigned it (C2SP tlog-cosignature v1, Ed25519): over its time and the checkpoint. */
    boolean cosignedBy(Key key) {
        return lines.stream().anyMatch(line -> cosigned(line, key));
    }

    private boolean cosigned(Line line, Key key) {
        byte[] both = bytes(line.signature());
        if (!by(line, key) || key.type() != COSIGNS || both.length != 72) {
            return false;
        }
        long time = ByteBuffer.wrap(both).getLong();
        return key.verifies(
                Sha.utf8("cosignature/v1\ntime " + time + "\n" + text), Arrays.copyOfRange(both, 8, both.length));
    }

    /** Whether a line is a right signature of one of the logs' keys or of the witnesses'. */
    boolean isRight(Line line, List<Key> logs, List<Key> witnesses) {
        return logs.stream().anyMatch(key -> by(line, key) && key.signed(text, bytes(line.signature())))
                || witnesses.stream().anyMatch(key -> cosigned(line, key));
    }
}
