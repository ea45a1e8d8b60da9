package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import org.truce.model.Invalid;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code truce}. Exit codes: 0 done, 1 the answer is no ({@code verify}, {@code fsck}, {@code cosign}), 2
 * wrong use, 3 the input is bad. What is wrong goes to standard error as {@code code: place: sentence}.
 */
@Command(
        name = "truce",
        mixinStandardHelpOptions = true,
        version = "truce 0.1.0",
        description = "Keeps the record of a ceasefire and tells, from evidence, how stable it is and what is owed.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "DIR is the directory of a record, or sample:NAME for one that comes with Truce.",
            "Exit codes: 0 done, 1 the answer is no (verify, fsck, cosign), 2 wrong use, 3 the input is bad.",
            "",
            "Example: truce serve --sample karabakh-2020"
        })
public final class Truce implements Runnable {
    /** The commands, in the order in which a record needs them. */
    static final List<String> NAMES = List.of(
            "new",
            "add",
            "read",
            "review",
            "show",
            "assess",
            "coverage",
            "statistics",
            "claims",
            "simulate",
            "verify",
            "fsck",
            "receipt",
            "serve",
            "export",
            "follow",
            "witness",
            "cosign",
            "rotate",
            "close");

    /** Done. */
    static final int DONE = 0;
    /** The answer is no. */
    static final int NO = 1;
    /** The command was used wrongly. */
    static final int WRONG_USE = 2;
    /** The input is bad. */
    static final int BAD_INPUT = 3;
    /** Truce itself is at fault (EX_SOFTWARE of sysexits.h). */
    static final int FAULT = 70;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    private Truce() {}

    /** Runs the process. */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        int code = run(console, args);
        console.out().flush();
        System.exit(code);
    }

    /** Runs one command and returns its exit code; several may run side by side. */
    public static int run(Console console, String... args) {
        boolean named = args.length > 0 && NAMES.contains(args[0]);
        int code = line(console, named ? List.of(args[0]) : NAMES).execute(args);
        console.out().flush();
        return code;
    }

    /** The commands as picocli knows them; to look at one of them costs a tenth of a second, so that few are best. */
    static CommandLine line(Console console, List<String> names) {
        CommandLine line = new CommandLine(new Truce());
        names.forEach(name -> line.addSubcommand(command(name, console)));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((e, _) -> wrongUse(console, e));
        line.setExecutionExceptionHandler((e, _, _) -> failed(console, e));
        return line;
    }

    private static org.truce.cli.Command command(String name, Console console) {
        return switch (name) {
            case "new" -> new NewCommand(console);
            case "add" -> new AddCommand(console);
            case "read" -> new ReadCommand(console);
            case "review" -> new ReviewCommand(console);
            case "show" -> new ShowCommand(console);
            case "assess" -> new AssessCommand(console);
            case "coverage" -> new CoverageCommand(console);
            case "statistics" -> new StatisticsCommand(console);
            case "claims" -> new ClaimsCommand(console);
            case "simulate" -> new SimulateCommand(console);
            case "verify" -> new VerifyCommand(console);
            case "fsck" -> new FsckCommand(console);
            case "receipt" -> new ReceiptCommand(console);
            case "serve" -> new ServeCommand(console);
            case "export" -> new ExportCommand(console);
            case "follow" -> new FollowCommand(console);
            case "witness" -> new WitnessCommand(console);
            case "cosign" -> new CosignCommand(console);
            case "rotate" -> new RotateCommand(console);
            case "close" -> new CloseCommand(console);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; truce --help lists them.");
    }

    private static int wrongUse(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        console.problem(new Problem("wrong-use", command, message + " See: " + command + " --help"));
        return WRONG_USE;
    }

    /** Problems are told and are the input's; anything else is a fault of ours and keeps its stack trace. */
    private static int failed(Console console, Exception e) {
        switch (e) {
            case WrongUse wrong -> {
                console.problem(wrong.problem());
                return WRONG_USE;
            }
            case ProblemException found -> console.problem(found.problem());
            case Invalid invalid ->
                console.problem(new Problem(invalid.code(), "argument", String.valueOf(invalid.getMessage())));
            case UncheckedIOException io -> console.problem(disk(io));
            case IOException io -> console.problem(disk(io));
            default -> {
                console.problem(
                        new Problem("fault", "truce", "This is a fault of Truce. Please report what stands below."));
                e.printStackTrace(console.err());
                return FAULT;
            }
        }
        return BAD_INPUT;
    }

    private static Problem disk(Exception thrown) {
        Throwable e = thrown instanceof UncheckedIOException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String place = e instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "disk";
        String what = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return new Problem("disk", place, "The file system refused: " + what + ". Nothing recorded before is lost.");
    }
}
