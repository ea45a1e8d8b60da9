package org.truce.record.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.entry.Audience;

class StoreNameTest {
    @ParameterizedTest
    @CsvSource({
        "public, public",
        "parties, parties",
        "mission, mission",
        "party:azerbaijan, party-azerbaijan",
        "party:Azerbaijan, party-=41zerbaijan",
        "party:a.b_c-1, party-a=2eb=5fc-1",
        "party:Ա, party-=d4=b1",
    })
    void names(String audience, String name) {
        assertEquals(name, StoreName.of(Audience.parse(audience)).value());
    }

    @Test
    void aLongNameInAnyScriptIsShortAndItsOwn() {
        String one = StoreName.of(Audience.parse("party:" + "Ա".repeat(80))).value();
        String other = StoreName.of(Audience.parse("party:" + "Ա".repeat(79))).value();
        assertTrue(one.length() <= 126 && !one.equals(other));
    }
}
