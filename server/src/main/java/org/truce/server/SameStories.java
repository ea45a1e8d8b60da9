package org.truce.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.RegisterFeed;
import org.truce.reading.ReadingJson;
import org.truce.reading.story.Group;
import org.truce.reading.story.Pair;
import org.truce.reading.story.Report;
import org.truce.reading.story.Stories;
import org.truce.reading.story.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in a list of reports which of them tell the same story, so that one agency's dispatch in three languages counts
 * as one source. Derived from the reports of the list alone, in the order in which they were recorded; a list that goes
 * on where an earlier one ended costs its new reports only. Immutable and thread-safe.
 */
public final class SameStories {
    /** Lists remembered for one record: readers ask for the newest state, sometimes for an older one. */
    private static final int LISTS = 4;

    private static final Map<OpenRecord, Map<String, Known>> REMEMBERED = new WeakHashMap<>();

    /** Stories of one list so far. */
    private static final class Known {
        final List<UUID> reports = new ArrayList<>();
        final Stories stories = new Stories();
    }

    private final Map<String, Group> of;
    private final int sources;

    private SameStories(Map<String, Group> of, int sources) {
        this.of = of;
        this.sources = sources;
    }

    /** The stories of the reports that a view lists. */
    public static SameStories of(OpenRecord open, View view) throws IOException {
        List<Held<ReportReceived>> listed = new ArrayList<>(RegisterFeed.listedReports(view));
        listed.sort(java.util.Comparator.comparingLong(Held::index));
        List<Group> groups = groups(listed, open, view);
        Map<String, Group> of = new HashMap<>();
        groups.forEach(group -> group.reports().forEach(id -> of.put(id, group)));
        return new SameStories(of, groups.size());
    }

    /** How many stories there are: reports of one story are one source. */
    public int sources() {
        return sources;
    }

    /**
     * Adds to an item of the register of reports its story ({@code story}: the first report that told it;
     * {@code sameStory}: the others, each with what agreed).
     */
    public ObjectNode mark(ObjectNode line) {
        Group group = of.get(line.path("entry").asString(""));
        if (group != null) {
            mark(line, group);
        }
        return line;
    }

    private static void mark(ObjectNode line, Group group) {
        String id = line.path("entry").asString("");
        line.put("story", group.reports().getFirst());
        ArrayNode same = line.putArray("sameStory");
        group.reports().stream().filter(other -> !other.equals(id)).forEach(other -> {
            ObjectNode one = same.addObject().put("entry", other);
            group.pairs().stream()
                    .filter(pair -> joins(pair, id, other))
                    .findFirst()
                    .ifPresent(pair -> explain(one, pair));
        });
    }

    private static boolean joins(Pair pair, String id, String other) {
        return (pair.a().equals(id) && pair.b().equals(other))
                || (pair.a().equals(other) && pair.b().equals(id));
    }

    private static void explain(ObjectNode one, Pair pair) {
        one.put("probability", Math.round(pair.probability() * 1000) / 1000.0);
        ArrayNode terms = one.putArray("terms");
        for (Term term : pair.terms()) {
            ObjectNode node = terms.addObject()
                    .put("sort", term.sort().name().toLowerCase(java.util.Locale.ROOT))
                    .put("weight", Math.round(term.weight() * 100) / 100.0);
            ArrayNode agreed = node.putArray("agreed");
            term.agreed().forEach(agreed::add);
        }
    }

    private static List<Group> groups(List<Held<ReportReceived>> listed, OpenRecord open, View view)
            throws IOException {
        synchronized (REMEMBERED) {
            Map<String, Known> lists = REMEMBERED.computeIfAbsent(open, k -> new LinkedHashMap<>());
            String audience = view.audience().wire();
            Known known = lists.remove(audience + " " + view.known());
            if (known == null) {
                known = longest(lists, audience, listed);
            }
            if (!begins(known.reports, listed)) {
                known = new Known();
            }
            for (Held<ReportReceived> held : listed.subList(known.reports.size(), listed.size())) {
                known.stories.add(report(held, open, view));
                known.reports.add(held.id());
            }
            lists.put(audience + " " + view.known(), known);
            while (lists.size() > LISTS) {
                lists.remove(lists.keySet().iterator().next());
            }
            return known.stories.groups();
        }
    }

    /** The remembered list with which this one begins; taken out, since it goes on. */
    private static Known longest(Map<String, Known> lists, String audience, List<Held<ReportReceived>> listed) {
        String best = null;
        int length = 0;
        for (Map.Entry<String, Known> list : lists.entrySet()) {
            List<UUID> reports = list.getValue().reports;
            if (list.getKey().startsWith(audience + " ") && reports.size() > length && begins(reports, listed)) {
                best = list.getKey();
                length = reports.size();
            }
        }
        @Nullable Known found = best == null ? null : lists.remove(best);
        return found == null ? new Known() : found;
    }

    private static boolean begins(List<UUID> reports, List<Held<ReportReceived>> listed) {
        if (reports.size() > listed.size()) {
            return false;
        }
        for (int i = 0; i < reports.size(); i++) {
            if (!reports.get(i).equals(listed.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    /** A report whose text or reading is not in this copy tells a story of its own. */
    private static Report report(Held<ReportReceived> held, OpenRecord open, View view) throws IOException {
        ReportReceived body = held.body();
        Optional<byte[]> text = open.attachment(body.text(), view.audience());
        Optional<byte[]> reading =
                body.reading() == null ? Optional.empty() : open.attachment(body.reading(), view.audience());
        String id = held.id().toString();
        byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
        return new Report(
                id,
                text.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(""),
                ReadingJson.read(reading.orElse(none)));
    }
}
