package org.truce.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One way through the house: reading → record → picture → assessment → publication, and never back. Every arrow that is
 * allowed stands below, between rooms and between the packages of a room; any other fails. To allow one, write it down
 * here and say in the commit why.
 */
class ArchitectureTest {
    /** Rooms, and the rooms that each may use. */
    private static final Map<String, Set<String>> ROOMS = arrows("""
            model        ->
            reading      -> model
            verifier     ->
            record       -> model
            peers        -> model record
            picture      -> model record
            assessment   -> model picture
            exchange     -> model reading record picture
            publication  -> model reading picture assessment
            simulation   -> model
            server       -> model reading record picture assessment exchange publication simulation
            web          ->
            cli          -> model reading record peers picture assessment exchange publication simulation server
            cluster      -> model reading assessment
            benchmarks   -> model reading record picture assessment exchange publication simulation server cli cluster quality
            quality      -> model reading record picture assessment exchange publication simulation
            """);

    /** Packages, and the packages of the same room that each may use. */
    private static final Map<String, Set<String>> PACKAGES = arrows("""
            model               ->
            model.id            -> model
            model.quantity      -> model
            model.time          -> model
            model.place         -> model model.id model.quantity
            model.kind          -> model model.id model.quantity model.time model.place
            model.entry         -> model model.id model.kind model.place model.time
            model.json          -> model model.entry model.kind model.id model.quantity model.time model.place

            reading             -> reading.confidence reading.source reading.text reading.lexicon reading.theatre reading.page reading.dates reading.places reading.actors reading.quantities reading.statements reading.events reading.claims reading.bulletin
            reading.confidence  ->
            reading.story       -> reading reading.text reading.lexicon reading.quantities
            reading.proposer    -> reading reading.text reading.lexicon reading.quantities
            reading.source      ->
            reading.text        ->
            reading.lexicon     -> reading.text
            reading.theatre     ->
            reading.page        -> reading.text reading.lexicon
            reading.dates       -> reading.text reading.lexicon reading.theatre reading.page
            reading.places      -> reading.text reading.lexicon reading.theatre reading.page
            reading.actors      -> reading.text reading.lexicon reading.theatre reading.page
            reading.quantities  -> reading.text reading.lexicon reading.page
            reading.statements  -> reading.text reading.lexicon reading.page reading.actors
            reading.bulletin    -> reading.text reading.lexicon reading.page reading.dates reading.places reading.quantities
            reading.events      -> reading.text reading.lexicon reading.theatre reading.page reading.dates reading.places reading.actors reading.quantities  reading.statements
            reading.claims      -> reading.text reading.lexicon reading.theatre reading.page reading.dates reading.places reading.actors reading.quantities reading.statements

            record.tlog         ->
            record.store        -> record.tlog
            record.witness      -> record.tlog record.store
            record              -> record.tlog record.store record.witness

            verifier            ->

            peers               ->

            picture             ->

            exchange.document   ->
            exchange.endpoint   ->

            assessment.attribution ->
            assessment.resolution  ->
            assessment.correlation -> assessment.attribution
            assessment.rate        ->
            assessment.detection   -> assessment.rate
            assessment.counting    -> assessment.attribution
            assessment.ledger      -> assessment.counting
            assessment.closure     -> assessment.ledger
            assessment.ground      -> assessment assessment.attribution
            assessment          -> assessment.resolution assessment.attribution assessment.correlation assessment.rate assessment.detection
            assessment.progress -> assessment
            assessment.change   -> assessment assessment.attribution
            assessment.claims   -> assessment assessment.ground assessment.rate assessment.resolution

            assessment.statistics -> assessment assessment.claims assessment.rate assessment.resolution

            simulation          ->
            simulation.exercise -> simulation
            simulation.ceasefire -> simulation

            publication         ->
            publication.feed    -> publication
            publication.review  -> publication.feed
            publication.table   -> publication

            server              ->

            cli.table           ->
            cli.input           ->
            cli                 -> cli.table cli.input

            quality.corpus      ->
            quality.score       ->
            quality.neutrality  ->
            quality.assessment  ->
            quality             -> quality.corpus quality.score quality.neutrality quality.assessment

            benchmarks          ->
            benchmarks.jmh_generated -> benchmarks
            """);

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importLocations(locations());

    /** What the commands are made of, and the rooms that measure it, where they were built. */
    private static Set<Location> locations() {
        Set<Location> out = new HashSet<>(Locations.ofPackage("org.truce"));
        for (String room : List.of("quality", "benchmarks", "simulation")) {
            Path classes = Path.of("..", room, "target", "classes");
            if (Files.isDirectory(classes)) {
                out.add(Location.of(classes));
            }
        }
        return out;
    }

    @Test
    void theHouseWasImported() {
        Set<String> rooms = HOUSE.stream().map(type -> room(place(type))).collect(Collectors.toSet());
        assertTrue(rooms.containsAll(Set.of("model", "cli")), "imported only " + rooms);
        assertTrue(HOUSE.size() > 100, "imported only " + HOUSE.size() + " classes");
    }

    @Test
    void onlyDeclaredArrowsBetweenRooms() {
        assertEquals(Map.of(), undeclared(ROOMS, (from, to) -> !room(from).equals(room(to)), ArchitectureTest::room));
    }

    @Test
    void onlyDeclaredArrowsBetweenPackagesOfARoom() {
        assertEquals(Map.of(), undeclared(PACKAGES, (from, to) -> room(from).equals(room(to)), name -> name));
    }

    @Test
    void everyPackageIsDeclared() {
        Set<String> unknown = HOUSE.stream()
                .map(ArchitectureTest::place)
                .filter(name -> !PACKAGES.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void noRoomAndNoPackageGoesInCircles() {
        slices().matching("org.truce.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.truce.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void coresKnowNoFramework() {
        String[] cores = Stream.of("model", "reading", "record", "picture", "assessment", "publication", "simulation")
                .map(room -> "org.truce." + room + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(cores)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "java.net.http..",
                        "com.sun.net.httpserver..",
                        "java.sql..",
                        "javax.sql..",
                        "info.picocli..",
                        "picocli..")
                .check(HOUSE);
    }

    private interface Concerns {
        boolean test(String from, String to);
    }

    /** Arrows that are there and not declared, each with one example. */
    private static Map<String, String> undeclared(
            Map<String, Set<String>> declared, Concerns concerns, UnaryOperator<String> level) {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass type : HOUSE) {
            String from = place(type);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = place(target);
                boolean ours = target.getPackageName().startsWith("org.truce.");
                boolean may = declared.getOrDefault(level.apply(from), Set.of()).contains(level.apply(to));
                if (ours && !from.equals(to) && concerns.test(from, to) && !may) {
                    found.put(
                            level.apply(from) + " -> " + level.apply(to),
                            type.getSimpleName() + " uses " + target.getSimpleName());
                }
            });
        }
        return found;
    }

    /** The package without {@code org.truce.}. */
    private static String place(JavaClass type) {
        return type.getPackageName().replaceFirst("^org\\.truce\\.?", "");
    }

    private static String room(String place) {
        return place.replaceFirst("\\..*", "");
    }

    private static Map<String, Set<String>> arrows(String lines) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] sides = line.split("->", -1);
            Set<String> targets = Arrays.stream(sides[1].strip().split(" +"))
                    .filter(to -> !to.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(arrows.put(sides[0].strip(), targets) == null, "declared twice: " + line);
        });
        return arrows;
    }
}
