package org.truce.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * The generator SplitMix64 (Steele, Lea and Flood 2014; Vigna's {@code splitmix64.c}): the same seed gives the same
 * numbers on every machine and in every release of Java. Good enough for invented ceasefires, not for secrets. Not
 * thread-safe.
 */
public final class SplitMix64 {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long state;

    /** A generator that begins at a seed. */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** A generator of its own for one theme: what another theme draws does not change its numbers. */
    public static SplitMix64 of(long seed, String theme) {
        long hash = FNV_OFFSET;
        for (byte b : theme.getBytes(UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return new SplitMix64(seed ^ hash);
    }

    /** 64 random bits. */
    public long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 up to but not including 1, in steps of 2⁻⁵³. */
    public double share() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Whether something of a probability came to pass. */
    public boolean chance(double probability) {
        return share() < probability;
    }

    /** A whole number from low to high, both included. */
    public int between(int low, int high) {
        return low + (int) (share() * (high - low + 1));
    }

    /** A whole number whose mean is this one: its floor or the next above it. */
    public int about(double mean) {
        return (int) (mean + share());
    }

    /** One of several, each as likely as the others. */
    public <T> T of(List<T> all) {
        return all.get(between(0, all.size() - 1));
    }
}
