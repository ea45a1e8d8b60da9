package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.simulation.ceasefire.Scenario;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulation was made of, and how much of it was released.
 *
 * @param scenario its name
 * @param days how many it has
 * @param seed what chance began with
 * @param released how many days are in the record
 */
record ExerciseFile(String scenario, int days, long seed, int released) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAME = "simulation.json";

    /** The one of a directory. */
    static ExerciseFile read(Path out) throws IOException {
        Path file = out.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(new Problem(
                    "no-simulation", out.toString(), "No simulation lies here; truce simulate --exercise makes one."));
        }
        try {
            JsonNode of = JSON.readTree(Files.readAllBytes(file));
            ExerciseFile read = new ExerciseFile(
                    of.path("scenario").asString(""),
                    of.path("days").asInt(0),
                    of.path("seed").asLong(0),
                    of.path("released").asInt(0));
            Scenario.named(read.scenario);
            if (read.days >= 1 && read.released >= 1 && read.released <= read.days) {
                return read;
            }
        } catch (JacksonException | org.truce.model.Invalid e) {
            // told below
        }
        throw new ProblemException(new Problem(
                "bad-simulation", file.toString(), "This is not what truce simulate wrote; make the simulation anew."));
    }

    /** Writes it into a directory, whole or not at all. */
    void write(Path out) throws IOException {
        Path beside = out.resolve(NAME + ".new");
        Files.writeString(
                beside,
                "{\"scenario\":\"%s\",\"days\":%d,\"seed\":%d,\"released\":%d}%n"
                        .formatted(scenario, days, seed, released));
        Files.move(beside, out.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same with one more day released. */
    ExerciseFile oneMore() {
        return new ExerciseFile(scenario, days, seed, released + 1);
    }
}
