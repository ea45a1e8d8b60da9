package org.truce.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Author;
import org.truce.record.Keys;
import picocli.CommandLine.Option;

/** What all commands share. */
abstract class Command implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    Command(Console console) {
        this.console = console;
    }

    final Console console() {
        return console;
    }

    /** Whether the help was asked for; picocli then shows it instead of calling the command. */
    final boolean help() {
        return help;
    }

    /** Who writes: what the option says, else {@code TRUCE_AS}. */
    final Author author(@Nullable String as) {
        String who = as == null ? console.variable("TRUCE_AS") : as;
        if (who == null) {
            throw new WrongUse(
                    "no-author", "--as", "Say who brings this in: --as ACTOR[:ROLE], or set the variable TRUCE_AS.");
        }
        return Author.parse(who);
    }

    /** Where the record's private key is looked for. */
    final Keys keys(@Nullable Path file) {
        return file == null
                ? Keys.ofUser(console.environment(), Path.of(System.getProperty("user.home", "")))
                : new Keys.InFile(file);
    }
}
