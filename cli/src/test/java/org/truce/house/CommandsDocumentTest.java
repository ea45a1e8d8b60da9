package org.truce.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.truce.cli.Reference;

/** The reference of commands is made from the commands themselves. */
class CommandsDocumentTest {
    @Test
    void theReferenceOfCommandsIsCurrent() throws IOException {
        String reference = Reference.markdown();
        assertTrue(reference.contains("## truce assess"), reference);
        Generated.document("docs/commands.md", reference);
    }
}
