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
        return mandate("Asia/Yerevan", "20:00");
    }

    /** Of two parties, alpha and bravo, and the mission m. */
    Script mandate(String zone, String cut) {
        return entry("MandateSet", "2020-11-10", null, """
                'name':{'en':'Test'},'parties':['alpha','bravo'],'mission':'m','zone':'%s','cut':'%s',\
                'languages':['en'],'toponyms':'both-parties','mode':'reconstructed'""".formatted(zone, cut));
    }

    /** An observation of shots or the like at a place: {@code 30 shot, 2 explosion}. */
    Script observed(String occurred, String where, String seen) {
        return observed(occurred, where, seen, "");
    }

    /** The same with further members of its body, each before a comma. */
    Script observed(String occurred, String where, String seen, String more) {
        double sum = 0;
        StringBuilder classes = new StringBuilder();
        for (String one : seen.split(", ", -1)) {
            String[] words = one.split(" ", -1);
            sum += Double.parseDouble(words[0]);
            classes.append(classes.isEmpty() ? "" : ",")
                    .append("{'type':'%s','count':{'value':%s,'unit':'rounds'%s}}"
                            .formatted(words[1], words[0], words.length > 2 ? ",'qualifier':'" + words[2] + "'" : ""));
        }
        return entry("Observed", occurred.substring(0, 10), occurred, where, """
                %s'observer':'m','means':'heard','count':{'value':%s,'unit':'rounds'},'seen':[%s]""".formatted(more, sum, classes));
    }

    Script entry(String kind, String stated, @org.jspecify.annotations.Nullable String occurred, String body) {
        return entry(kind, stated, occurred, "", body);
    }

    Script entry(
            String kind, String stated, @org.jspecify.annotations.Nullable String occurred, String where, String body) {
        return apply("""
                {'id':'%s','kind':'%s','v':1,'author':{'actor':'m'},'stated':'%sT12:00:00Z',%s%s\
                'basis':[{'address':'https://example.org/%d'}],'audience':'public','body':{%s}}""".formatted(
                        id(size),
                        kind,
                        stated,
                        occurred == null ? "" : "'occurred':{'edtf':'" + occurred + "'},",
                        where.isEmpty() ? "" : "'where':{" + where + "},",
                        size,
                        body));
    }

    /** Withdraws the n-th entry, repeating its body. */
    Script withdraw(int n, String kind, String body) {
        return apply("""
                {'id':'%s','kind':'%s','v':1,'author':{'actor':'m'},'stated':'2021-05-03T12:00:00Z',\
                'replaces':{'entry':'%s','why':'a slip','withdraws':true},'audience':'public','body':{%s}}""".formatted(id(size), kind, id(n), body));
    }

    private Script apply(String quoted) {
        String json = quoted.replace('\'', '"');
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
