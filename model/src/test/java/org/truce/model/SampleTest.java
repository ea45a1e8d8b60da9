package org.truce.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Agreement.BreachFound;
import org.truce.model.kind.Agreement.ObligationAmended;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.PerformanceReported;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Mines.ItemsDestroyed;
import org.truce.model.kind.Mines.LandReleased;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.quantity.Tally;

/** The sample as its readers rely on it: every line strict, every number the source's, every reference known. */
class SampleTest {
    private static final Path SAMPLE = Path.of("../samples/karabakh-2020");
    private static final List<Entry> ENTRIES = new ArrayList<>();

    @BeforeAll
    static void readEveryLineStrictly() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    ENTRIES.add(strict(lines.get(i), file.getFileName() + ":" + (i + 1)));
                }
            }
        }
    }

    private static Entry strict(String line, String place) {
        return switch (EntryJson.readStrict(line.getBytes(UTF_8))) {
            case EntryJson.Result.Read(Entry entry) -> entry;
            case EntryJson.Result.Bad(List<Problem> problems) -> throw new AssertionError(place + ": " + problems);
        };
    }

    private static <B extends Body> List<B> all(Class<B> kind) {
        return ENTRIES.stream()
                .map(entry -> entry.as(kind))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    @Test
    void idsAreUniqueAndTellWhenTheyWereStated() {
        Set<UUID> seen = new HashSet<>();
        for (Entry entry : ENTRIES) {
            assertTrue(seen.add(entry.id()), () -> "twice: " + entry.id());
            assertEquals(entry.stated().toEpochMilli(), entry.id().getMostSignificantBits() >>> 16, entry::toString);
        }
    }

    @Test
    void noEntryIsWithoutABasis() {
        for (Entry entry : ENTRIES) {
            assertFalse(entry.basis().isEmpty(), () -> "no basis: " + entry);
        }
    }

    @Test
    void thereIsEnoughOfEverything() {
        Map<String, Long> counts =
                ENTRIES.stream().collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.counting()));
        System.out.println(counts);
        long beside = ENTRIES.size() - counts.getOrDefault("ActorNamed", 0L) - counts.getOrDefault("PlaceNamed", 0L);
        assertTrue(beside >= 250, () -> "only " + beside);
        List<ObligationSet> obligations = all(ObligationSet.class);
        assertTrue(obligations.size() >= 25);
        assertTrue(
                obligations.stream().map(ObligationSet::instrument).distinct().count() >= 4);
        assertTrue(obligations.stream()
                        .filter(one -> one.instrument().value().equals("statement-2020-11-09"))
                        .count()
                >= 18);
        List<PositionTaken> positions = all(PositionTaken.class);
        assertTrue(positions.size() >= 12);
        assertEquals(2, positions.stream().map(PositionTaken::party).distinct().count());
        assertTrue(positions.stream().map(PositionTaken::obligation).distinct().count() >= 5);
        assertTrue(all(BoundaryDrawn.class).size() >= 12);
        assertTrue(all(BoundaryDrawn.class).stream().allMatch(BoundaryDrawn::approximate));
        assertTrue(ENTRIES.stream()
                        .filter(entry -> entry.replaces() != null && entry.body() instanceof BoundaryDrawn)
                        .count()
                >= 4);
    }

    @Test
    void everyReferenceIsKnown() {
        Set<String> obligations = all(ObligationSet.class).stream()
                .map(one -> one.obligation().value())
                .collect(Collectors.toSet());
        Stream.of(
                        all(PositionTaken.class).stream().map(PositionTaken::obligation),
                        all(PerformanceReported.class).stream().map(PerformanceReported::obligation),
                        all(ObligationAmended.class).stream().map(ObligationAmended::obligation),
                        all(BreachFound.class).stream().map(BreachFound::obligation))
                .flatMap(ids -> ids)
                .forEach(id -> assertTrue(obligations.contains(id.value()), () -> "unknown obligation " + id));
        Map<UUID, Entry> byId = new HashMap<>();
        ENTRIES.forEach(entry -> byId.put(entry.id(), entry));
        all(IncidentLinked.class)
                .forEach(link ->
                        link.members().forEach(id -> assertTrue(byId.containsKey(id), () -> "unknown member " + id)));
        for (Entry entry : ENTRIES) {
            if (entry.replaces() != null) {
                Entry old = byId.get(entry.replaces().entry());
                assertTrue(
                        old != null && old.stated().isBefore(entry.stated()),
                        () -> "replaces nothing earlier: " + entry.id());
            }
        }
    }

    /** The published series, written down by hand: returned that day and in total, hectares, kilometres, buildings, items. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2020-11-17,  482,  1207,     ,      ,     ,
            2020-11-20,     ,  4436,     ,      ,     ,
            2020-11-25, 2000, 15000,     ,      ,     ,
            2020-12-04,     , 30000,   50,    17,     ,  1000
            2020-12-15,  825, 39000,     ,      ,     ,
            2020-12-21,     , 42000,  238,    93,  423,  8300
            2020-12-22,  351, 43000,  248,  95.3,  423,  8300
            2020-12-27,  491, 45081,     ,      ,     ,
            2021-01-04,   99, 47287,414.6, 160.3,  617, 18925
            2021-01-09,  182, 48241,454.7, 167.8,  640, 22991
            2021-01-11,     ,      ,479.2, 182.8,  710, 23000
            2021-01-13,     , 49054,  525,      ,     , 23404
            2021-01-21,     , 51000,  750,   230,     , 24000
            2021-01-28,  104, 51739,   39,     3,   18,    47
            2021-02-08,   41, 52351,1191.3,  350, 1170, 24181
            2021-02-20,     , 52700, 1474,   457, 1440, 24870
            2021-02-28,     ,      , 1500,   478, 1512, 24962
            """)
    void theSeriesIsTheSources(
            String day,
            @Nullable Double returned,
            @Nullable Double total,
            @Nullable Double hectares,
            @Nullable Double kilometres,
            @Nullable Double buildings,
            @Nullable Double items) {
        ReturnCounted returns = on(day, ReturnCounted.class);
        assertEquals(
                returned,
                returns == null || returns.persons().day() == null
                        ? null
                        : returns.persons().day().value());
        assertEquals(
                total,
                returns == null || returns.persons().total() == null
                        ? null
                        : returns.persons().total().value());
        LandReleased land = on(day, LandReleased.class);
        assertEquals(hectares, land == null ? null : value(land.area(), 10_000));
        assertEquals(kilometres, land == null ? null : value(land.roads(), 1000));
        assertEquals(buildings, land == null ? null : value(land.buildings(), 1));
        ItemsDestroyed destroyed = on(day, ItemsDestroyed.class);
        assertEquals(items, destroyed == null ? null : value(destroyed.items(), 1));
    }

    private static <B extends Body> @Nullable B on(String day, Class<B> kind) {
        return ENTRIES.stream()
                .filter(entry -> entry.occurred() != null
                        && entry.occurred().edtf().text().replace("~", "").equals(day))
                .filter(entry -> !(entry.body() instanceof ReturnCounted counted) || counted.escortedBy() != null)
                .map(entry -> entry.as(kind))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double value(@Nullable Tally tally, double unit) {
        if (tally == null) {
            return null;
        }
        double value = tally.total() != null
                ? tally.total().value()
                : tally.day() == null ? 0 : tally.day().value();
        return Math.round(value / unit * 10) / 10.0;
    }

    @Test
    void bothCountsOfOneTransferStand() {
        Set<List<Double>> counts = ENTRIES.stream()
                .filter(entry -> entry.occurred() != null
                        && entry.occurred().edtf().text().equals("2020-12-14"))
                .map(entry -> entry.as(TransferMade.class))
                .filter(java.util.Objects::nonNull)
                .map(transfer -> transfer.batches().stream()
                        .map(batch -> batch.number().value())
                        .toList())
                .collect(Collectors.toSet());
        assertEquals(Set.of(List.of(44.0, 12.0), List.of(44.0, 14.0)), counts);
    }
}
