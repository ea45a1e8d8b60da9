package org.truce.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command: 0 and {@code right: …}, 1 and {@code WRONG: place: sentence}, or 2 and how it is used. */
public final class Main {
    private static final String USE = """
            java -jar truce-verifier.jar RECORD [--vkey FILE] [--against CHECKPOINT]
            java -jar truce-verifier.jar --receipt FILE --vkey FILE

            Example: java -jar truce-verifier.jar their-copy --against checkpoint-of-last-month
            """;

    private Main() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    /**
     * Runs.
     *
     * @return how the process is to end
     */
    public static int run(String[] arguments, PrintStream out) {
        Map<String, Path> options = new HashMap<>();
        List<Path> records = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean option = List.of("--receipt", "--vkey", "--against").contains(arguments[i]);
            if (!option && !arguments[i].startsWith("-")) {
                records.add(Path.of(arguments[i]));
            } else if (option && i + 1 < arguments.length) {
                options.put(arguments[i], Path.of(arguments[i + 1]));
                i++;
            } else {
                out.print(USE);
                return 2;
            }
        }
        Optional<Path> vkey = Optional.ofNullable(options.get("--vkey"));
        Optional<Path> receipt = Optional.ofNullable(options.get("--receipt"));
        Optional<Path> against = Optional.ofNullable(options.get("--against"));
        boolean one = receipt.isPresent() ? vkey.isPresent() && records.isEmpty() : records.size() == 1;
        if (!one) {
            out.print(USE);
            return 2;
        }
        try {
            out.println("right: "
                    + (receipt.isPresent()
                            ? receipt(Files.readAllBytes(receipt.get()), Files.readString(vkey.orElseThrow()))
                            : RecordCheck.check(records.get(0), vkey, against)));
            return 0;
        } catch (Wrong e) {
            out.println("WRONG: " + e.getMessage());
        } catch (IOException e) {
            out.println("WRONG: " + e.getMessage() + ": This cannot be read ("
                    + e.getClass().getSimpleName() + ").");
        } catch (RuntimeException e) {
            out.println("WRONG: form: Something has not the form that it must have: " + e);
        }
        return 1;
    }

    /** A proof file (C2SP tlog-proof@v1) whose extra line holds what the leaf is made from. */
    private static String receipt(byte[] file, String vkey) throws Wrong {
        String text = new String(file, StandardCharsets.UTF_8);
        int split = text.indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : List.of(text.substring(0, split).split("\n", -1));
        boolean form = lines.size() > 2
                && lines.get(0).equals("c2sp.org/tlog-proof@v1")
                && lines.get(1).startsWith("extra ")
                && lines.get(2).matches("index (0|[1-9][0-9]{0,17})");
        if (!form || !Arrays.equals(Sha.utf8(text), file)) {
            throw new Wrong("receipt", "This is no receipt.");
        }
        byte[] extra = base64(lines.get(1).substring("extra ".length()));
        long index = Long.parseLong(lines.get(2).substring("index ".length()));
        List<byte[]> proof = new ArrayList<>();
        for (String line : lines.subList(3, lines.size())) {
            proof.add(base64(line));
        }
        Note.Key key = Note.Key.parse(vkey, "--vkey");
        Head head = Head.parse(Sha.utf8(text.substring(split + 2)), new Keys(key, new byte[0]), "receipt");
        boolean withheld = extra.length == 33;
        if (index >= head.size() || (!withheld && extra.length < 40)) {
            throw new Wrong("receipt", "It holds no entry of that record.");
        }
        byte[] leaf = extra;
        if (!withheld) {
            byte[] commitment = Sha.of(extra);
            leaf = new byte[33];
            leaf[0] = 1;
            System.arraycopy(commitment, 0, leaf, 1, 32);
        }
        if (!head.hasRoot(Sha.root(index, head.size(), Sha.leaf(leaf), proof))) {
            throw new Wrong("receipt", "The proof does not lead from this entry to the checkpoint.");
        }
        String entry = withheld
                ? "content withheld"
                : "recorded " + Instant.ofEpochMilli(ByteBuffer.wrap(extra).getLong(32)) + "\n"
                        + new String(extra, 40, extra.length - 40, StandardCharsets.UTF_8);
        return "entry " + index + " of " + head.size() + " of " + key.name() + ", " + entry;
    }

    private static byte[] base64(String text) throws Wrong {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Wrong("receipt", "A line of it is not base64.");
    }
}
