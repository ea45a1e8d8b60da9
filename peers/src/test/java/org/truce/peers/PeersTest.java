package org.truce.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.record.Attachment;
import org.truce.record.Candidate;
import org.truce.record.Follower;
import org.truce.record.Keys;
import org.truce.record.Outcome;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import org.truce.record.Verification;
import org.truce.record.WitnessAnswer;
import org.truce.record.WitnessHome;
import org.truce.record.store.Disk;
import org.truce.record.tlog.Hash;
import org.truce.record.witness.Policy;

/** Copies and witnesses over real connections. */
class PeersTest {
    @TempDir
    private Path home;

    private Path dir = Path.of("");
    private Path copy = Path.of("");
    private Keys keys = new Keys.Directory(Path.of(""));
    private Optional<Web> web = Optional.empty();

    @BeforeEach
    void aRecordWithALongAttachment() throws IOException {
        dir = home.resolve("record");
        copy = home.resolve("copy");
        keys = new Keys.Directory(home.resolve("keys"));
        byte[] photo = new byte[600_000];
        new Random(1).nextBytes(photo);
        Attachment attachment = Attachment.of(photo);
        try (TruceRecord record = TruceRecord.create(dir, RecordOptions.named("Lachin"), keys, Surroundings.real())) {
            List<Outcome> outcomes = record.append(List.of(
                    Candidate.of(entry(1, "[]")),
                    Candidate.of(
                            entry(2, "[{'attachments':['" + attachment.sha256().hex() + "']}]"), List.of(attachment))));
            assertTrue(outcomes.stream().allMatch(Outcome.Appended.class::isInstance), outcomes.toString());
        }
        web = Optional.of(new Web(dir));
    }

    @AfterEach
    void close() {
        web.ifPresent(Web::close);
    }

    private static byte[] entry(int n, String basis) {
        return ("{'id':'0175b1e0-0000-7000-8000-00000000000" + n + "','kind':'ConcernRaised','v':1,"
                        + "'author':{'actor':'mission'},'stated':'2020-11-10T00:00:00Z','basis':" + basis
                        + ",'audience':'public','body':{'community':'lachin','concern':{'en':'No water.'}}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private Web web() {
        return web.orElseThrow();
    }

    private Follower.Update follow() throws IOException {
        try (HttpSource source = new HttpSource(web().address(), Optional.empty(), Duration.ofMillis(1))) {
            return new Follower(copy, source, Optional.empty(), Audience.Group.MISSION, Disk.real(), _ -> {}).update();
        }
    }

    @Test
    void aCopyOverHttpVerifies() throws IOException {
        assertEquals(2, follow().present());
        Verification found = TruceRecord.verify(copy, Optional.empty());
        assertTrue(found.isRight(), found.problems().toString());
        assertEquals(1, found.attachments());
    }

    @Test
    void aLongFileGoesOnWhereItWasCutOff() throws IOException {
        web().cut(2, home);
        follow();
        assertTrue(TruceRecord.verify(copy, Optional.empty()).isRight());
        List<String> ranges =
                web().seen().stream().filter(it -> it.contains(" bytes=")).toList();
        assertEquals(2, ranges.size(), web().seen().toString());
        assertTrue(ranges.getFirst().endsWith(" bytes=300000-"), ranges.toString());
    }

    @Test
    void aServerThatFailsForAMomentIsAskedAgain() throws IOException {
        web().fail(3);
        assertEquals(2, follow().after());
        web().fail(100);
        IOException lasting = assertThrows(IOException.class, this::follow);
        assertTrue(String.valueOf(lasting.getMessage()).contains("503"));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        for (String address : List.of("", "lachin", "file:///etc", "http://", "http://a b/", "http://a/?x")) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> new HttpSource(address, Optional.empty()), address);
            assertEquals("bad-address", refused.problem().code());
        }
    }

    private WitnessServer witness(WitnessHome home) throws IOException {
        return new WitnessServer(home.witness(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static String address(WitnessServer server) {
        return "http://127.0.0.1:" + server.address().getPort() + "/";
    }

    private WitnessHome home(TruceRecord record) throws IOException {
        return WitnessHome.open(
                home.resolve("witness"),
                Optional.empty(),
                List.of(record.identity().keys()),
                keys,
                Surroundings.real());
    }

    @Test
    void aWitnessCosignsOverHttpAndRemembersAcrossRestarts() throws IOException {
        try (TruceRecord record = TruceRecord.openForWriting(dir, keys, Surroundings.real());
                HttpSubmission submission = new HttpSubmission(Duration.ofSeconds(5))) {
            for (int round = 0; round < 2; round++) {
                try (WitnessHome open = home(record);
                        WitnessServer server = witness(open)) {
                    String text = "witness w " + open.witness().verifier() + " " + address(server) + "\nquorum w\n";
                    record.keep(Policy.parse(text.getBytes(StandardCharsets.UTF_8), "p"));
                    List<WitnessAnswer> answers = record.cosign(submission);
                    assertEquals(
                            WitnessAnswer.State.COSIGNED, answers.getFirst().state(), answers.toString());
                    record.append(List.of(Candidate.of(entry(3 + round, "[]"))));
                }
            }
            WitnessAnswer gone = record.cosign(submission).getFirst();
            assertEquals(WitnessAnswer.State.UNREACHABLE, gone.state());
        }
        assertTrue(TruceRecord.verify(dir, Optional.empty()).isRight());
    }

    @Test
    void twoProcessesAreNotOneWitness() throws IOException {
        try (TruceRecord record = TruceRecord.open(dir);
                WitnessHome _ = home(record)) {
            ProblemException refused = assertThrows(ProblemException.class, () -> home(record));
            assertEquals("second-writer", refused.problem().code());
        }
    }

    @Test
    void putsUpWithBrokenRequests() throws Exception {
        try (TruceRecord record = TruceRecord.open(dir);
                WitnessHome open = home(record);
                WitnessServer server = witness(open);
                HttpClient client = HttpClient.newHttpClient()) {
            String base = address(server);
            assertEquals(400, status(client, base + "add-checkpoint", "POST", new byte[] {1, 2, 3}));
            assertEquals(413, status(client, base + "add-checkpoint", "POST", new byte[1 << 18]));
            assertEquals(405, status(client, base + "add-checkpoint", "GET", new byte[0]));
            assertEquals(404, status(client, base + "../vkey", "GET", new byte[0]));
            assertEquals(405, status(client, base, "DELETE", new byte[0]));
            String origin = record.identity().key().name();
            String mine = Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint";
            assertEquals(404, status(client, base + mine, "GET", new byte[0]), "nothing cosigned yet");
            try (Socket half = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort())) {
                half.getOutputStream()
                        .write("POST /add-checkpoint HTTP/1.1\r\nContent-Le".getBytes(StandardCharsets.UTF_8));
                assertEquals(200, status(client, base, "GET", new byte[0]), "beside a request that never ends");
            }
            byte[] head = ("old 0\n\n" + record.checkpoint()).getBytes(StandardCharsets.UTF_8);
            assertEquals(200, status(client, base + "add-checkpoint", "POST", head));
            assertEquals(200, status(client, base + mine, "GET", new byte[0]));
            assertTrue(Files.exists(home.resolve("witness").resolve(mine)));
        }
    }

    private static int status(HttpClient client, String address, String method, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
