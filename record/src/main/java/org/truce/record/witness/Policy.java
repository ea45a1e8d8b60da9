package org.truce.record.witness;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Cosignature;
import org.truce.record.tlog.VerifierKey;

/**
 * Which logs, which witnesses, and how many of them are enough (C2SP tlog-policy). Immutable.
 *
 * @param text the file as it was read
 * @param logs by their verifier keys, with an address each may have
 * @param witnesses by name, in the order of the file
 * @param groups by name: a group or the quorum needs {@code least} of its members
 * @param quorum name of a witness or group; empty for "none"
 */
public record Policy(
        String text,
        Map<VerifierKey, Optional<String>> logs,
        Map<String, Member> witnesses,
        Map<String, Group> groups,
        Optional<String> quorum) {
    /** Most witnesses, logs and groups that a policy may name. */
    public static final int MOST = 64;

    /**
     * A witness.
     *
     * @param key for its cosignatures
     * @param url its submission prefix, where the policy names one
     */
    public record Member(VerifierKey key, Optional<String> url) {}

    /**
     * Witnesses and groups of which some are enough.
     *
     * @param least how many, from 1
     * @param members names that were defined before
     */
    public record Group(int least, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    public Policy {
        logs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(logs));
        witnesses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
        groups = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /**
     * Reads a policy.
     *
     * @param file its bytes
     * @param place what it is called in a problem
     * @throws org.truce.model.ProblemException {@code bad-policy} with the line
     */
    public static Policy parse(byte[] file, String place) {
        return new PolicyReader(place).read(new String(file, StandardCharsets.UTF_8), file.length);
    }

    /** Whether these witnesses are enough. */
    public boolean enough(Set<String> cosigned) {
        return quorum.isEmpty() || counts(quorum.get(), cosigned);
    }

    private boolean counts(String name, Set<String> cosigned) {
        Group group = groups.get(name);
        return group == null
                ? cosigned.contains(name)
                : group.members().stream().filter(it -> counts(it, cosigned)).count() >= group.least();
    }

    /** Who of the witnesses cosigned a checkpoint, and when; in the order of the policy. */
    public Map<String, Instant> cosigned(Checkpoint.Signed head) {
        Map<String, Instant> times = new LinkedHashMap<>();
        witnesses.forEach((name, member) ->
                Cosignature.of(head.note(), member.key()).ifPresent(it -> times.put(name, it.time())));
        return times;
    }

    /** Whether a log of the policy, or the one given where the policy names none, signed and enough witnesses cosigned. */
    public boolean accepts(Checkpoint.Signed head, VerifierKey log) {
        boolean signed =
                logs.isEmpty() ? head.signedBy(log) : logs.keySet().stream().anyMatch(head::signedBy);
        return signed && enough(cosigned(head).keySet());
    }
}
