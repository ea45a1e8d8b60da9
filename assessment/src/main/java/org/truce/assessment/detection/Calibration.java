package org.truce.assessment.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of a family, day by day, as {@link Calibrator} found them. They hold for the exposures for which they
 * were found and for no others.
 *
 * @param key of the family and settings for which they were found
 * @param days how many watched days they reach
 * @param members by name
 */
public record Calibration(String key, int days, Map<String, Member> members) {
    private static final int FORMAT = 1;

    /**
     * Thresholds of one member for each watched day, and the exposures for which they hold.
     *
     * @param exposure of the watched days
     * @param up logarithm of the odds
     * @param down logarithm of the odds
     * @param cusum of the sum
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: thresholds are read where they were made
    record Member(double[] exposure, double[] up, double[] down, double[] cusum) {}

    public Calibration {
        members = Map.copyOf(members);
    }

    /** The thresholds of a member at the end of a watched day; null where they are for other exposures. */
    public @Nullable Signals thresholds(Family.Member member, int referenceDays, int day) {
        Member found = members.get(member.name());
        if (found == null || day >= days) {
            return null;
        }
        for (int d = 0; d <= day; d++) {
            if (Double.compare(found.exposure()[d], member.daily().exposure(referenceDays + d)) != 0) {
                return null;
            }
        }
        return new Signals(
                Signals.probability(found.up()[day]), Signals.probability(found.down()[day]), found.cusum()[day]);
    }

    /** Whether it reaches every watched day of a family. */
    public boolean covers(Family family, Calibrator.Settings settings) {
        int last = family.watchedDays() - 1;
        return key.equals(family.key(settings))
                && (last < 0
                        || family.members().stream()
                                .allMatch(member -> thresholds(member, family.referenceDays(), last) != null));
    }

    /** As bytes, to keep it. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(key);
            out.writeInt(days);
            out.writeInt(members.size());
            for (Map.Entry<String, Member> member : new java.util.TreeMap<>(members).entrySet()) {
                out.writeUTF(member.getKey());
                for (double[] column : columns(member.getValue())) {
                    for (double one : column) {
                        out.writeDouble(one);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What was kept; null where it is torn or of another format. */
    public static @Nullable Calibration read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                return null;
            }
            String key = in.readUTF();
            int days = in.readInt();
            int size = in.readInt();
            if (days < 0 || size < 0 || (long) days * size * 32 > bytes.length) {
                return null;
            }
            Map<String, Member> members = new HashMap<>();
            for (int i = 0; i < size; i++) {
                String name = in.readUTF();
                Member member = new Member(new double[days], new double[days], new double[days], new double[days]);
                for (double[] column : columns(member)) {
                    for (int day = 0; day < days; day++) {
                        column[day] = in.readDouble();
                    }
                }
                members.put(name, member);
            }
            return new Calibration(key, days, members);
        } catch (IOException e) {
            return null;
        }
    }

    private static double[][] columns(Member member) {
        return new double[][] {member.exposure(), member.up(), member.down(), member.cusum()};
    }
}
