package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Entries of exactly 600 bytes for measuring: five kinds as a mission writes them in a day, in three scripts, for
 * different audiences. Each has an id and an instant of its own. Making one costs a copy of 600 bytes and a few digits.
 * Thread-safe.
 */
final class EntrySource implements LongFunction<byte[]> {
    /** Bytes of each. */
    static final int BYTES = 600;

    private static final String HEAD = "{\"id\":\"00000000-0000-7000-8000-000000000000\",\"v\":1,\"author\":"
            + "{\"actor\":\"mission\",\"role\":\"analyst\"},\"stated\":\"2020-11-10T00:00:00Z\",";
    private static final int ID_AT = HEAD.indexOf("0000");
    private static final int TIME_AT = HEAD.indexOf("00:00:00Z");
    private static final String BASIS = "\"basis\":[{\"address\":\"https://example.org/reports/28-september\","
            + "\"publisher\":\"a daily bulletin\",\"source\":\"B\",\"information\":2}],";
    private static final List<byte[]> FORMS = List.of(
            form(
                    "\"kind\":\"EventReported\",\"occurred\":{\"edtf\":\"2020-11-10\"},\"where\":{\"place\":\"khtsaberd\"},"
                            + BASIS + "\"audience\":\"public\",\"body\":{\"event\":\"ceasefire-violation\",\"status\":"
                            + "\"asserted\",\"what\":{\"en\":\"shots near the post, answered\",\"ru\":\"выстрелы у поста\",\"ar\":\"#\"}}}"),
            form("\"kind\":\"ConcernRaised\"," + BASIS
                    + "\"audience\":\"public\",\"body\":{\"community\":\"lachin\",\"concern\":{\"en\":\"#\"}}}"),
            form("\"kind\":\"ResponseTaken\",\"occurred\":{\"edtf\":\"2020-11-10\"}," + BASIS
                    + "\"audience\":\"parties\",\"body\":{\"incident\":\"01765b1d-1000-76e9-90e6-835b696fa8ba\",\"by\":"
                    + "\"peacekeepers\",\"what\":{\"en\":\"#\"}}}"),
            form("\"kind\":\"TransferMade\",\"occurred\":{\"edtf\":\"2020-11-10\"}," + BASIS
                    + "\"audience\":\"mission\",\"body\":{\"batches\":[{\"from\":\"east\",\"to\":\"west\",\"what\":\"bodies\","
                    + "\"number\":{\"value\":15,\"unit\":\"bodies\",\"qualifier\":\"at-least\"}}],\"mediators\":"
                    + "[{\"actor\":\"icrc\"}],\"inExchange\":{\"en\":\"#\"}}}"),
            form("\"kind\":\"PositionTaken\",\"occurred\":{\"edtf\":\"2020-11-10\"}," + BASIS
                    + "\"audience\":\"party:west\",\"body\":{\"obligation\":\"p9-links\",\"party\":\"west\",\"stance\":"
                    + "\"reads-otherwise\",\"words\":{\"en\":\"#\"}}}"));
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final long salt;

    /** @param salt ids of sources with different salts differ */
    EntrySource(long salt) {
        this.salt = salt;
    }

    private static byte[] form(String rest) {
        String open = HEAD + rest;
        int room = BYTES - open.getBytes(UTF_8).length + 1;
        StringBuilder words = new StringBuilder("Observed by the patrol and told to both sides by telephone");
        while (words.length() < room) {
            words.append(", again at the hour and once more in the evening");
        }
        byte[] whole = open.replace("#", words.substring(0, room)).getBytes(UTF_8);
        if (whole.length != BYTES) {
            throw new IllegalStateException("an entry of " + whole.length + " bytes");
        }
        return whole;
    }

    /** The entry with a number from 0. */
    @Override
    public byte[] apply(long number) {
        byte[] entry = FORMS.get((int) (number % FORMS.size())).clone();
        long random = new SplittableRandom(salt * 0x9E3779B97F4A7C15L + number).nextLong();
        long millis = 1_604_966_400_000L + number;
        hex(entry, ID_AT, millis >>> 16, 8);
        hex(entry, ID_AT + 9, millis, 4);
        hex(entry, ID_AT + 15, random >>> 48, 3);
        hex(entry, ID_AT + 20, random >>> 32, 3);
        hex(entry, ID_AT + 24, random, 12);
        long second = number / 8 % 86_400;
        two(entry, TIME_AT, second / 3600);
        two(entry, TIME_AT + 3, second / 60 % 60);
        two(entry, TIME_AT + 6, second % 60);
        return entry;
    }

    private static void hex(byte[] entry, int at, long value, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            entry[at + i] = HEX[(int) (value >>> (4 * (digits - 1 - i))) & 15];
        }
    }

    private static void two(byte[] entry, int at, long value) {
        entry[at] = (byte) ('0' + value / 10);
        entry[at + 1] = (byte) ('0' + value % 10);
    }
}
