package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.cli.Desk.Seen;
import org.truce.peers.WitnessServer;
import org.truce.record.KeyChain;
import org.truce.record.Keys;
import org.truce.record.Surroundings;
import org.truce.record.WitnessHome;

/** What parties who trust nobody do with each other's records: receipts, copies, witnesses, new keys, and an end. */
class PartiesTest {
    @TempDir
    private Path work;

    private Desk desk = new Desk(Path.of(""));
    private String record = "";

    private static String entry(String name, String audience) {
        return ("{'kind':'ActorNamed','audience':'" + audience
                        + "','basis':[{'address':'https://example.org/1'}],'body':{'actor':'" + name
                        + "','type':'organisation','name':{'en':'" + name + "'},'aliases':[],'offices':[]}}")
                .replace('\'', '"');
    }

    @BeforeEach
    void aRecordOfThree() {
        desk = new Desk(work).with("TRUCE_AS", "mission");
        record = desk.path("r");
        assertEquals(0, desk.run("new", record).code());
        add(entry("one", "public"), entry("two", "mission"), entry("three", "public"));
    }

    private Seen add(String... entries) {
        Seen added = desk.run("add", record, desk.file("more.jsonl", String.join("\n", entries)));
        assertEquals(0, added.code(), added.err());
        return added;
    }

    private String first(String out) {
        return out.lines().findFirst().orElse("");
    }

    private String id(String name) {
        return desk.run("export", record, "--jsonl")
                .out()
                .lines()
                .filter(it -> it.contains("\"" + name + "\""))
                .map(it -> it.replaceFirst(".*?\"id\" *: *\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReceiptIsCheckedWithTheKeyAlone() throws IOException {
        Seen receipt = desk.run("receipt", record, id("two"));
        String file = desk.file("two.tlog-proof", receipt.out());
        String vkey = desk.path("their-vkey");
        Files.copy(work.resolve("r/vkey"), Path.of(vkey));

        Seen checked = desk.run("verify", "--receipt", file, "--vkey", vkey);
        assertEquals(0, checked.code(), checked.err());
        assertTrue(first(checked.out()).startsWith("right: entry 1 of 3 of truce.invalid/r-"), checked.out());
        assertTrue(checked.out().contains("\"two\""), checked.out());
        assertEquals(
                0, desk.run("verify", "--receipt", file, "--vkey", record).code(), "the record's directory has it");

        String line = Files.readString(Path.of(vkey)).strip();
        assertEquals(0, desk.run("verify", "--receipt", file, "--vkey", line).code());
        String other = desk.path("other");
        desk.run("new", other);
        Seen foreign = desk.run("verify", "--receipt", file, "--vkey", other);
        assertEquals(1, foreign.code());
        assertEquals(List.of("receipt-not-signed"), foreign.codes());
        String broken = desk.file("broken", receipt.out().replace("index 1", "index 2"));
        assertEquals(
                List.of("receipt-wrong"),
                desk.run("verify", "--receipt", broken, "--vkey", vkey).codes());
        assertEquals(2, desk.run("verify", "--receipt", file).code());
        assertEquals(2, desk.run("verify").code());
        assertEquals(
                List.of("no-receipt"),
                desk.run("verify", "--receipt", vkey, "--vkey", vkey).codes());
    }

    @Test
    void aCopyHoldsWhatItsAudienceMayReadAndRefusesAnotherKey() throws IOException {
        String key = key(); // while there is only one
        String copy = desk.path("copy");
        Seen followed = desk.run("follow", record, copy, "--once", "--audience", "public");
        assertEquals(0, followed.code(), followed.err());
        assertTrue(followed.out().startsWith("3 entries, 3 of them new, 2 contents read"), followed.out());
        assertTrue(
                desk.run("verify", copy).out().contains("2 contents present, 1 withheld"),
                desk.run("verify", copy).out());
        assertEquals(2, desk.run("export", copy, "--jsonl").out().lines().count());
        add(entry("four", "public"));
        assertTrue(desk.run("follow", record, copy, "--once", "--audience", "public")
                .out()
                .startsWith("4 entries, 1 of them new"));
        String other = desk.path("other");
        desk.run("new", other);
        assertEquals(
                List.of("key-differs"),
                desk.run("follow", record, desk.path("wrong"), "--once", "--vkey", other)
                        .codes());
        assertEquals(
                List.of("partial-copy"),
                desk.run("add", copy, desk.file("x.jsonl", entry("five", "public")), "--key", key)
                        .codes());
        assertEquals(
                List.of("no-source"),
                desk.run("follow", desk.path("none"), desk.path("c2"), "--once").codes());
    }

    private String key() throws IOException {
        try (var keys = Files.list(work.resolve("config/truce/keys"))) {
            return keys.sorted().findFirst().orElseThrow().toString();
        }
    }

    @Test
    void whatIsExportedGoesIntoAnotherRecordAsItIs() {
        Seen exported = desk.run("export", record, "--jsonl");
        assertEquals(3, exported.out().lines().count());
        String other = desk.path("other");
        desk.run("new", other);
        Seen added = desk.run("add", other, desk.file("all.jsonl", exported.out()));
        assertEquals(0, added.code(), added.err());
        assertEquals(exported.out(), desk.run("export", other, "--jsonl").out());
    }

    @Test
    void aWitnessOfAPartyCosignsWithEveryAdditionAndIsShownWhereItDoesNotAnswer() throws IOException {
        assertEquals(List.of("no-policy"), desk.run("cosign", record).codes());
        Keys keys = new Keys.Directory(work.resolve("theirs"));
        KeyChain log = KeyChain.of(Path.of(record));
        String vkey;
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (WitnessHome home = open(keys, log);
                WitnessServer server = new WitnessServer(home.witness(), free)) {
            vkey = home.witness().verifier().text();
            String url = "http://127.0.0.1:" + server.address().getPort() + "/";
            String policy = desk.file("policy", "witness party " + vkey + " " + url + "\nquorum party\n");
            Seen named = desk.run("cosign", record, "--policy", policy);
            assertEquals(0, named.code(), named.err());
            assertTrue(named.out().startsWith("party cosigned 20"), named.out());
            assertEquals("", add(entry("four", "public")).err());
            Seen verified = desk.run("verify", record);
            assertTrue(verified.out().contains("witnessed: 4 of 4 entries, by 1 of 1 (party "), verified.out());

            // Put back from an old copy: the witness has seen more than the record has now.
            Files.move(work.resolve("r"), work.resolve("lost"));
            desk.run("follow", desk.path("lost"), record, "--once");
        }
        Seen alone = desk.run("add", record, desk.file("five.jsonl", entry("five", "public")));
        assertEquals(0, alone.code());
        assertEquals(List.of("witness-unreachable"), alone.codes());
        assertEquals(1, desk.run("cosign", record, "--wait", "1").code());
        Seen verified = desk.run("verify", record);
        assertEquals(0, verified.code());
        assertTrue(verified.out().contains("witnessed: 4 of 5 entries"), verified.out());
    }

    private WitnessHome open(Keys keys, KeyChain log) throws IOException {
        return WitnessHome.open(
                work.resolve("witness"), Optional.of("example.org/party"), List.of(log), keys, Surroundings.real());
    }

    @Test
    void anotherKeySignsAndTheWitnessTakesItsWord() throws IOException {
        Keys keys = new Keys.Directory(work.resolve("theirs"));
        try (WitnessHome home = open(keys, KeyChain.of(Path.of(record)))) {
            assertEquals(1, home.witness().logs().size());
        }
        String copy = desk.path("copy");
        desk.run("follow", record, copy, "--once");
        Seen rotated = desk.run("rotate", record);
        assertEquals(0, rotated.code(), rotated.err());
        assertTrue(rotated.out().contains(" signs from entry 4 on; key "), rotated.out());
        add(entry("four", "public"));
        assertEquals(0, desk.run("verify", record).code());
        assertEquals(0, desk.run("follow", record, copy, "--once").code());
        assertEquals(0, desk.run("verify", copy).code());
        try (WitnessHome home = open(keys, KeyChain.of(Path.of(record)))) {
            assertEquals(
                    List.of(KeyChain.of(Path.of(record)).last()), home.witness().logs());
        }
        assertEquals(
                2,
                desk.run("rotate", record, "--key", desk.path("old")).code(),
                "two keys, and one place for them named");
    }

    @Test
    void aClosedRecordStaysAsItIs() {
        Seen asked = desk.run("close", record, "--reason", "en=The mandate has ended.");
        assertEquals(2, asked.code());
        assertEquals(List.of("not-confirmed"), asked.codes());
        assertFalse(desk.run("verify", record).out().contains("closed"));
        assertEquals(
                2, desk.run("close", record, "--reason", "The end", "--yes").code());

        Seen closed = desk.run(
                "close", record, "--reason", "en=The mandate has ended.", "--reason", "ru=Мандат истёк.", "--yes");
        assertEquals(0, closed.code(), closed.err());
        assertEquals("closed by entry 3, the last of 4\n", closed.out());
        assertTrue(desk.run("verify", record).out().contains("closed: nothing can follow"));
        Seen late = desk.run("add", record, desk.file("late.jsonl", entry("late", "public")));
        assertEquals(3, late.code());
        assertEquals(List.of("record-closed"), late.codes());
        assertEquals(List.of("record-closed"), desk.run("rotate", record).codes());
        assertEquals(4, desk.run("export", record, "--jsonl").out().lines().count());
    }
}
