package org.truce.record.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 0, 1, tile/0/000.p/1",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 1234067, 255, tile/0/x001/x234/067.p/255",
        "3, 1000, 8, tile/3/x001/000.p/8",
        "-1, 999, 256, tile/entries/999",
        "-1, 123456789000, 7, tile/entries/x123/x456/x789/000.p/7",
    })
    void pathsBothWays(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertEquals(path, tile.path());
        assertEquals(Optional.of(tile), TilePath.parse(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/0/x000/001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/00/000",
                "tile/8/000",
                "tile/0/001/002",
                "tile/0/x001",
                "/tile/0/000",
                "tile/0/000/",
                "tile/entries/000.p/",
            })
    void otherFormsAreNone(String path) {
        assertEquals(Optional.empty(), TilePath.parse(path));
    }

    /** The example of C2SP tlog-tiles. */
    @Test
    void aTreeOf70000() {
        assertEquals(273, TilePath.fullTiles(0, 70_000));
        assertEquals(112, TilePath.partialWidth(0, 70_000));
        assertEquals(1, TilePath.fullTiles(1, 70_000));
        assertEquals(17, TilePath.partialWidth(1, 70_000));
        assertEquals(0, TilePath.fullTiles(2, 70_000));
        assertEquals(1, TilePath.partialWidth(2, 70_000));
        assertEquals(3, TilePath.levels(70_000));
        assertEquals(1, TilePath.partialWidth(1, 256));
        assertEquals(2, TilePath.levels(256));
        assertEquals(0, TilePath.levels(0));
        assertEquals(1, TilePath.levels(255));
    }
}
