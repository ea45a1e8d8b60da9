package org.truce.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The reference of all commands, as their own help has it. */
public final class Reference {
    private Reference() {}

    /** Markdown, one section a command. */
    public static String markdown() {
        StringBuilder out =
                new StringBuilder("# Commands\n\nGenerated from the commands' own help; `mvn -pl cli -am test"
                        + " -Dtruce.docs=write` writes it anew.\n");
        CommandLine truce = Truce.line(Console.ofProcess());
        section(truce, out);
        truce.getSubcommands().values().forEach(command -> section(command, out));
        return out.toString();
    }

    private static void section(CommandLine command, StringBuilder out) {
        String help = command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + b + "\n");
        out.append("\n## ")
                .append(command.getCommandSpec().qualifiedName())
                .append("\n\n```console\n")
                .append(help)
                .append("```\n");
    }
}
