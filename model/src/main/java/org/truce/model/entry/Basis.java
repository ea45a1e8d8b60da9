package org.truce.model.entry;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * One thing on which an entry rests. Source and information are graded each on its own (Admiralty system).
 *
 * @param report the report's entry
 * @param span where in the report's text
 * @param entries observations and other entries
 * @param attachments SHA-256 of attached files, lower-case hexadecimal
 * @param address where a source was published, as a URL
 * @param publisher who published it
 * @param source reliability of the source, A to F
 * @param information credibility of the information, 1 to 6
 */
public record Basis(
        @Nullable UUID report,
        @Nullable Span span,
        List<UUID> entries,
        List<String> attachments,
        @Nullable String address,
        @Nullable String publisher,
        @Nullable Reliability source,
        @Nullable Integer information) {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,2000}");

    public Basis {
        Invalid.unless(
                report != null || !entries.isEmpty() || !attachments.isEmpty() || address != null || publisher != null,
                "empty-basis",
                "A basis names a report, entries, attachments or an address.");
        Invalid.unless(span == null || report != null, "span-alone", "A span belongs to a report.");
        Invalid.unless(
                information == null || (information >= 1 && information <= 6),
                "bad-grade",
                "Information is graded from 1 (confirmed) to 6 (cannot be judged).");
        Invalid.unless(
                address == null || ADDRESS.matcher(address).matches(),
                "bad-address",
                "An address begins with http:// or https:// and has no spaces.");
        for (String sha256 : attachments) {
            Invalid.unless(
                    sha256.matches("[0-9a-f]{64}"), "bad-sha256", "SHA-256 is 64 lower-case hexadecimal digits.");
        }
    }

    /** Reliability of a source. */
    public enum Reliability {
        A,
        B,
        C,
        D,
        E,
        F
    }

    /** A published source. */
    public static Basis of(String address) {
        return new Basis(null, null, List.of(), List.of(), address, null, null, null);
    }

    /** A stretch of a report. */
    public static Basis of(UUID report, Span span) {
        return new Basis(report, span, List.of(), List.of(), null, null, null, null);
    }
}
