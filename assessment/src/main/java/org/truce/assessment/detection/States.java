package org.truce.assessment.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * The detectors of a family as they stood at the end of its last day, to go on from there another day. They belong to the
 * acts and exposures that made them, named by a digest, and are never gone on with under others.
 *
 * @param digest of the family whose days they have seen
 * @param days how many days that family has
 * @param detectors by member
 */
public record States(String digest, int days, Map<String, Detector> detectors) {
    private static final int FORMAT = 1;

    public States {
        detectors = Map.copyOf(detectors);
    }

    /** From the first day on: costs a step for each member and day. */
    public static States of(Family family) {
        Map<String, Detector> detectors = new TreeMap<>();
        int before = family.referenceDays();
        for (Family.Member member : family.members()) {
            Daily reference = Family.reference(member, before);
            Detector detector = Detector.warm(reference, Reference.of(reference));
            step(detector, member, before, member.daily().size());
            detectors.put(member.name(), detector);
        }
        return new States(family.acted(), before + family.watchedDays(), detectors);
    }

    private static void step(Detector detector, Family.Member member, int from, int to) {
        for (int day = from; day < to; day++) {
            detector.step(member.daily().acts(day), member.daily().exposure(day));
        }
    }

    /** Gone on with to the end of a family that has the same first days; null where it has others. */
    public @Nullable States to(Family family) {
        int last = family.referenceDays() + family.watchedDays();
        if (last < days
                || days < family.referenceDays()
                || !family.first(days).acted().equals(digest)) {
            return null;
        }
        Map<String, Detector> later = new TreeMap<>();
        for (Family.Member member : family.members()) {
            Detector found = detectors.get(member.name());
            if (found == null) {
                return null;
            }
            Detector detector = found.copy();
            step(detector, member, days, last);
            later.put(member.name(), detector);
        }
        return new States(family.acted(), last, later);
    }

    /** A copy of a member's detector. */
    public Detector detector(String member) {
        Detector found = detectors.get(member);
        Invalid.unless(found != null, "no-member", "There is no such member.");
        return java.util.Objects.requireNonNull(found).copy();
    }

    /** As bytes, to keep them. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(digest);
            out.writeInt(days);
            out.writeInt(detectors.size());
            for (Map.Entry<String, Detector> one : new TreeMap<>(detectors).entrySet()) {
                out.writeUTF(one.getKey());
                double[] numbers = one.getValue().numbers();
                out.writeInt(numbers.length);
                for (double number : numbers) {
                    out.writeDouble(number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What was kept, of a family's first days; null where it is torn, of another format or of other days. */
    public static @Nullable States read(byte[] bytes, Family family) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT || !in.readUTF().equals(family.acted())) {
                return null;
            }
            int days = in.readInt();
            Map<String, Detector> detectors = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                int size = in.readInt();
                if (size < 0 || size > bytes.length / Double.BYTES) {
                    return null;
                }
                double[] numbers = new double[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = in.readDouble();
                }
                for (Family.Member member : family.members()) {
                    if (member.name().equals(name)) {
                        Reference reference = Reference.of(Family.reference(member, family.referenceDays()));
                        detectors.put(name, Detector.read(reference, numbers));
                    }
                }
            }
            return days == family.referenceDays() + family.watchedDays()
                            && detectors.size() == family.members().size()
                    ? new States(family.acted(), days, detectors)
                    : null;
        } catch (IOException | Invalid e) {
            return null;
        }
    }
}
