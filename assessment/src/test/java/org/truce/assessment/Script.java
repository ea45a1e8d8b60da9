package org.truce.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.picture.Picture;
import org.truce.picture.View;

/** A record written line by line in a test: kind, stated, occurred, and the body as JSON with single quotes. */
final class Script {
    static final ZoneId ZONE = ZoneId.of("Asia/Yerevan");

    private final Picture picture = new Picture();
    private int size;

    Script mandate() {
        return entry("MandateSet", "2020-11-10", null, """
                'name':{'en':'Test'},'parties':['alpha','bravo'],'mission':'m','zone':'Asia/Yerevan','cut':'20:00',\
                'languages':['en'],'toponyms':'both-parties','mode':'reconstructed'""");
    }

    Script entry(String kind, String stated, @org.jspecify.annotations.Nullable String occurred, String body) {
        return entry(kind, stated, occurred, "", body);
    }

    Script entry(
            String kind, String stated, @org.jspecify.annotations.Nullable String occurred, String where, String body) {
        String json = """
                {'id':'%s','kind':'%s','v':1,'author':{'actor':'m'},'stated':'%sT12:00:00Z',%s%s\
                'basis':[{'address':'https://example.org/%d'}],'audience':'public','body':{%s}}""".formatted(
                        id(size),
                        kind,
                        stated,
                        occurred == null ? "" : "'occurred':{'edtf':'" + occurred + "'},",
                        where.isEmpty() ? "" : "'where':{" + where + "},",
                        size,
                        body)
                .replace('\'', '"');
        if (EntryJson.readStrict(json.getBytes(UTF_8)) instanceof EntryJson.Result.Read(Entry entry)) {
            picture.apply(size++, Instant.parse("2026-01-01T00:00:00Z"), entry);
            return this;
        }
        throw new AssertionError(EntryJson.readStrict(json.getBytes(UTF_8)) + "\n" + json);
    }

    /** The id of the n-th entry, from 0. */
    static String id(int n) {
        return new UUID(0x0176_0000_0000_7000L + ((long) n << 16), 0x8000_0000_0000_0000L + n).toString();
    }

    int size() {
        return size;
    }

    /** The public's view at the end of a day, knowing all. */
    View on(String day) {
        return picture.at(end(day), size, Audience.Group.PUBLIC);
    }

    /** The public's view at the end of a day, knowing what had been stated by the end of another. */
    View on(String day, String known) {
        return picture.at(end(day), picture.sizeAt(end(known)), Audience.Group.PUBLIC);
    }

    static Instant end(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Takes the place of the n-th entry. */
    Script instead(
            int n,
            String kind,
            String stated,
            @org.jspecify.annotations.Nullable String occurred,
            String where,
            String body) {
        String times = occurred == null ? "" : "'occurred':{'edtf':'" + occurred + "'},";
        String members = times + (where.isEmpty() ? "" : "'where':{" + where + "},");
        return told(kind, stated, members + "'replaces':{'entry':'" + id(n) + "','why':'better'},", body);
    }

    /** Withdraws the n-th entry on a day; its body is told again. */
    Script takenBack(int n, String kind, String stated, String body) {
        return told(kind, stated, "'replaces':{'entry':'" + id(n) + "','why':'wrong','withdraws':true},", body);
    }

    /** Rests on the n-th entry, a report. */
    Script after(int n, String kind, String stated, String body) {
        return told(kind, stated, "'basis':[{'report':'" + id(n) + "'}],", body);
    }

    /** Entered by somebody. */
    Script by(String author, String kind, String stated, String body) {
        return told(author, kind, 1, stated, "", body);
    }

    /** In version 2 of its kind. */
    Script second(String kind, String stated, String occurred, String body) {
        return told("m", kind, 2, stated, "'occurred':{'edtf':'" + occurred + "'},", body);
    }

    private Script told(String kind, String stated, String members, String body) {
        return told("m", kind, 1, stated, members, body);
    }

    private Script told(String author, String kind, int v, String stated, String members, String body) {
        String json =
                """
                {'id':'%s','kind':'%s','v':%d,'author':{'actor':'%s'},'stated':'%sT12:00:00Z',%s\
                'audience':'public','body':{%s}}""".formatted(id(size), kind, v, author, stated, members, body).replace('\'', '"');
        if (EntryJson.readStrict(json.getBytes(UTF_8)) instanceof EntryJson.Result.Read(Entry entry)) {
            picture.apply(size++, Instant.parse("2026-01-01T00:00:00Z"), entry);
            return this;
        }
        throw new AssertionError(EntryJson.readStrict(json.getBytes(UTF_8)) + "\n" + json);
    }

    /** The public's view at the end of a day, knowing so many entries. */
    View on(String day, int known) {
        return picture.at(end(day), known, Audience.Group.PUBLIC);
    }
}
