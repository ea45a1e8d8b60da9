package org.truce.assessment.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.truce.model.Invalid;

class RecaptureTest {
    /** The golden value of methods.md §1.1. */
    @Test
    void chapman() {
        Recapture found = Recapture.of(30, 25, 15);
        assertEquals(49.375, found.number(), 5e-4);
        assertEquals(5.271, found.error(), 5e-4);
        assertEquals(.60, found.first(), 1e-12);
        assertEquals(.50, found.second(), 1e-12);
        assertEquals(.80, found.combined(), 1e-12);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(Invalid.class, () -> Recapture.of(10, 20, 11));
        assertThrows(Invalid.class, () -> Recapture.of(30, 25, 9));
        assertThrows(Invalid.class, () -> Recapture.of(30, -1, -1));
    }
}
