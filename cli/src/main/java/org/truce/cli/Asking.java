package org.truce.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.truce.cli.table.Terminal;
import org.truce.model.entry.Audience;
import org.truce.picture.OpenRecord;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.publication.Messages;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands share that ask a record something. */
abstract class Asking extends Command {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(index = "0", paramLabel = "DIR", description = "The record, or sample:NAME.")
    private String dir = "";

    @Option(
            names = "--at",
            paramLabel = "T",
            converter = When.Converter.class,
            description = "Of which instant, or date (its end in the mandate's zone); else now.")
    private @Nullable When at;

    @Option(
            names = "--known",
            paramLabel = "K",
            converter = When.Converter.class,
            description = "As known then: a size of the record, an instant or a date; else all that is known.")
    private @Nullable When known;

    @Option(
            names = "--audience",
            paramLabel = "A",
            description = "For whom: public, parties, party:ACTOR or mission; else all that DIR holds but the vault.")
    private @Nullable String audience;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--lang", paramLabel = "ar|ru|en", description = "In which language; else that of the machine.")
    private @Nullable String lang;

    private @Nullable OpenRecord opened;

    Asking(Console console) {
        super(console);
    }

    /** The record's directory, as it was given. */
    final String dir() {
        return dir;
    }

    /** The record that is asked, while it is. */
    final OpenRecord opened() {
        return Objects.requireNonNull(opened);
    }

    @Override
    public Integer call() throws IOException {
        Audience reader = audience == null ? Audience.Group.MISSION : Audience.parse(audience);
        if (reader == Audience.Group.VAULT) {
            throw new WrongUse("no-vault", "--audience", "There is no vault in this release; choose another audience.");
        }
        String language = language();
        try (OpenRecord record = OpenRecord.of(new Samples(console()).directory(dir))) {
            opened = record;
            View view = view(record.picture(), reader, console().clock().instant());
            if (asTable()) {
                table(view);
            } else if (json) {
                print(json(view));
            } else {
                Messages words = Messages.in(language);
                heading(view, words);
                Terminal terminal = Terminal.of(console().environment(), words.language());
                tell(view, words, terminal);
            }
        }
        return Truce.DONE;
    }

    private View view(Picture picture, Audience reader, Instant now) {
        return When.view(picture, at, known, reader, now);
    }

    /** The answer for programs. */
    abstract JsonNode json(View view) throws IOException;

    /** Whether the answer is wanted as a table for a spreadsheet. */
    boolean asTable() {
        return false;
    }

    /** The answer as a table for a spreadsheet, on standard output; only for who says that it is wanted. */
    void table(View view) throws IOException {
        throw new IllegalStateException("this command prints no table");
    }

    /** The answer for people, on standard output. */
    abstract void tell(View view, Messages words, Terminal terminal) throws IOException;

    final void print(JsonNode answer) {
        console().out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }

    /** Of when, as known when, for whom: no answer without it. */
    private void heading(View view, Messages words) {
        Terminal terminal = Terminal.of(console().environment(), words.language());
        String at = view.valid()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(view.zone())
                .toOffsetDateTime()
                .toString();
        List<String> parts = new ArrayList<>();
        if (view.exercise()) {
            parts.add(words.say("exercise"));
        }
        parts.add(words.say("at") + " " + at);
        parts.add(words.say("known") + " " + view.known() + "/" + view.picture().size());
        parts.add(audience == null ? words.say("audience-all") : readers(view.audience(), words));
        if (view.picture().reconstructed()) {
            parts.add(words.say("reconstructed"));
        }
        terminal.paragraph(String.join(" · ", parts)).forEach(console().out()::println);
        console().out().println();
    }

    private static String readers(Audience audience, Messages words) {
        return audience instanceof Audience.Group group ? words.word("audience", group) : audience.wire();
    }

    /** In which language to answer. */
    final String language() {
        String asked = lang == null ? console().variable("LANG") : lang;
        String tag = asked == null ? "" : asked.toLowerCase(Locale.ROOT).replaceFirst("[_.@-].*", "");
        if (lang != null && !Messages.LANGUAGES.contains(tag)) {
            throw new WrongUse("no-language", "--lang", "Truce speaks " + String.join(", ", Messages.LANGUAGES) + ".");
        }
        return Messages.LANGUAGES.contains(tag) ? tag : "en";
    }
}
