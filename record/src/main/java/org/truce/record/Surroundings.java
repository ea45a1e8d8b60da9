package org.truce.record;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.truce.record.store.Disk;

/**
 * What a writer needs of the world.
 *
 * @param clock for {@code recorded}
 * @param random for keys and nonces; must be unpredictable outside tests
 * @param disk to which the record is written; used by one writer
 */
public record Surroundings(InstantSource clock, RandomGenerator random, Disk disk) {
    /** This machine's clock, randomness and disk. */
    public static Surroundings real() {
        return new Surroundings(InstantSource.system(), new SecureRandom(), Disk.real());
    }
}
