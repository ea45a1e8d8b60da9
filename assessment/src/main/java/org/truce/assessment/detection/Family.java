package org.truce.assessment.detection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.truce.model.Invalid;

/**
 * The series that share one false alarm a year: the whole ceasefire and its zones, over the same days. The first days
 * are the reference of each, the others are watched.
 *
 * @param members the series
 * @param referenceDays how many of the days are the reference
 */
public record Family(List<Member> members, int referenceDays) {
    /** A method that computes other thresholds from the same numbers has another number. */
    private static final int METHOD = 1;

    /**
     * One series.
     *
     * @param name by which its thresholds are found again
     * @param daily its days
     */
    public record Member(String name, Daily daily) {}

    public Family {
        members = List.copyOf(members);
        Invalid.unless(!members.isEmpty(), "no-members", "A family has at least one series.");
        int days = members.getFirst().daily().size();
        Invalid.unless(
                members.stream().allMatch(member -> member.daily().size() == days),
                "bad-days",
                "All series of a family have the same days.");
        Invalid.unless(referenceDays >= 1 && referenceDays <= days, "bad-days", "A reference lies within the days.");
    }

    /** The same members over the first of the days. */
    public Family first(int days) {
        return new Family(
                members.stream()
                        .map(member -> new Member(member.name(), member.daily().part(0, days)))
                        .toList(),
                referenceDays);
    }

    /** A digest of all that the members' detectors have seen: names, acts and exposures of every day. */
    public String acted() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(12)
                    .putInt(METHOD)
                    .putInt(referenceDays)
                    .putInt(members.size())
                    .array());
            for (Member member : members) {
                digest.update(member.name().getBytes(StandardCharsets.UTF_8));
                ByteBuffer numbers = ByteBuffer.allocate(12 * member.daily().size());
                for (int day = 0; day < member.daily().size(); day++) {
                    numbers.putInt(member.daily().acts(day))
                            .putDouble(member.daily().exposure(day));
                }
                digest.update(numbers.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many days are watched after the reference. */
    public int watchedDays() {
        return members.getFirst().daily().size() - referenceDays;
    }

    /** The days of a member's reference. */
    static Daily reference(Member member, int days) {
        return member.daily().part(0, days);
    }

    /**
     * Names the thresholds of this family: a digest of all that they follow from, but for the exposures of the days that
     * are watched, which come day by day.
     */
    public String key(Calibrator.Settings settings) {
        return HexFormat.of().formatHex(digest(settings, referenceDays));
    }

    /** Names the thresholds of this family for all of its days: a digest of all that they follow from. */
    public String digest(Calibrator.Settings settings) {
        return HexFormat.of().formatHex(digest(settings, referenceDays + watchedDays()));
    }

    private byte[] digest(Calibrator.Settings settings, int days) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer head = ByteBuffer.allocate(40)
                    .putInt(METHOD)
                    .putInt(settings.runs())
                    .putLong(settings.seed())
                    .putDouble(settings.falseAlarmDays())
                    .putInt(referenceDays)
                    .putInt(members.size());
            digest.update(head.array());
            for (Member member : members) {
                digest.update(member.name().getBytes(StandardCharsets.UTF_8));
                Reference reference = Reference.of(reference(member, referenceDays));
                ByteBuffer numbers = ByteBuffer.allocate(16 + 8 * days)
                        .putDouble(reference.rate())
                        .putDouble(reference.dispersion());
                for (int day = 0; day < days; day++) {
                    numbers.putDouble(member.daily().exposure(day));
                }
                digest.update(numbers.array());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
