package org.truce.cli;

import java.io.IOException;
import org.truce.model.entry.Audience;
import org.truce.record.TruceRecord;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code truce receipt}: a proof, for offline use, that an entry is in a record. */
@CommandLine.Command(
        name = "receipt",
        description = "Writes a receipt (C2SP tlog-proof) for an entry: it proves offline, with the record's file"
                + " \"vkey\" alone, that the entry is in the record.",
        footer = {"", "Example: truce receipt my-ceasefire 0175b8f0-6000-7abc-8000-1234567890ab > entry.tlog-proof"})
final class ReceiptCommand extends Command {
    @Parameters(index = "0", paramLabel = "DIR", description = "The record, or sample:NAME.")
    private String dir = "";

    @Parameters(index = "1", paramLabel = "ENTRY_ID", description = "The entry's id, or its ending as tables show it.")
    private String id = "";

    ReceiptCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (TruceRecord record = TruceRecord.open(new Samples(console()).directory(dir))) {
            long index = EntryRef.index(record, dir, id);
            console().out().print(record.receipt(index, Audience.Group.MISSION));
        }
        return Truce.DONE;
    }
}
