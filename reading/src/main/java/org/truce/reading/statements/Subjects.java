package org.truce.reading.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorIndex;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Within;

/**
 * Who may be speaking: actors, titles, and the words that stand for them ("the ministry", «он», "المصدر ذاته"), each
 * resolved to the actor named last before it that fits. One instance reads one text.
 */
final class Subjects {
    /** «Там»: where they sit who were named last. */
    private static final String THERE = "there";

    private static final Set<String> IN = Set.of("в", "во");

    private static final Set<String> NO_BODY =
            Set.of("person", "persons", "state", "role", "civilian", "he", "it", "they", "official", "speaker");

    private static final Set<String> FORCES =
            Set.of("force", "army", "forces", "armed-forces", "peacekeepers", "general-staff", "border");

    /** Words of names in which the kinds of bodies that have a word of their own are called so. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "service", List.of("Service"),
            "committee", List.of("Committee", "ICRC"),
            "commission", List.of("Commission", "Committee"),
            "council", List.of("Council"),
            "centre", List.of("Centre", "Center"),
            "headquarters", List.of("Headquarters", "headquarters", "Operation", "Staff"));

    private static final Set<String> LOCAL = Set.of(
            "county",
            "district",
            "local",
            "regional",
            "provincial",
            "village",
            "city",
            "town",
            "hospital",
            "medical",
            "health",
            "municipal",
            "court",
            "prison",
            "border",
            "school",
            "church");

    /** How many actors back a word may point. */
    private static final int MOST_BACK = 200;

    private final Page page;
    private final List<ActorMention> actors;
    private final ActorIndex index;
    private final String date;
    private @Nullable ActorMention mostNamed;
    private boolean counted;
    private final List<Subject> all = new ArrayList<>();
    private @Nullable Subject lastSpeaker;
    private @Nullable Subject focus;
    private boolean fresh;

    Subjects(Page page, List<ActorMention> actors, List<Hit> speech, ActorIndex index, String date) {
        this.page = page;
        this.actors = actors;
        this.index = index;
        this.date = date;
        for (ActorMention a : actors) {
            all.add(new Subject(a.from(), a.to(), a.name(), a.kind(), !a.name().isEmpty()));
        }
        for (Hit hit : speech) {
            boolean stands = hit.section().equals("anaphor");
            boolean unnamed = hit.section().equals("civilian") || hit.section().equals("official");
            boolean nobody = hit.value().equals(THERE) && !besideVerb(hit, speech);
            if ((stands || unnamed) && !nobody && !within(hit)) {
                all.add(new Subject(hit.from(), hit.to(), "", stands ? hit.value() : hit.section(), false));
            }
        }
        all.sort(Comparator.comparingInt(Subject::from).thenComparingInt(s -> -s.to()));
    }

    /** Whether a verb of speech stands right before or right behind: «там добавили», «сообщили там же». */
    private static boolean besideVerb(Hit hit, List<Hit> speech) {
        return Within.of(speech, Hit::from, hit.from() - 3, hit.to() + 1).stream()
                .anyMatch(
                        v -> Statements.VERBS.contains(v.section()) && (v.to() == hit.from() || v.from() == hit.to()));
    }

    private boolean within(Hit hit) {
        int next = Within.first(actors, ActorMention::from, hit.to());
        return next > 0 && actors.get(next - 1).to() > hit.from();
    }

    /** Subjects within tokens {@code [from, to)}, in order. */
    List<Subject> in(int from, int to) {
        List<Subject> out = new ArrayList<>();
        for (Subject one : Within.of(all, Subject::from, from, to)) {
            if (one.to() <= to) {
                out.add(one);
            }
        }
        return out;
    }

    /** Remembers who spoke last. */
    void spoke(Subject subject) {
        lastSpeaker = subject;
        focus = null;
    }

    /** Remembers whom a sentence in which nobody spoke was about; null when it was about nobody. */
    void about(@Nullable Subject subject) {
        fresh = subject != null;
        focus = subject != null ? subject : focus;
    }

    /** Who speaks when nothing says so: whom the sentence before was about, or else who spoke last; null if neither. */
    @Nullable
    Subject lastSpeaker() {
        Subject person = focusedPerson();
        return person != null ? person : lastSpeaker != null ? lastSpeaker : focus;
    }

    /** The person whom the sentence right before was about, or null. */
    private @Nullable Subject focusedPerson() {
        boolean person = fresh
                && focus != null
                && (focus.kind().equals("person") || focus.kind().equals("civilian"));
        return person ? focus : null;
    }

    /** Settles whom a subject means; null when nobody fits. */
    @Nullable
    Subject settle(Subject s) {
        if (s.known()) {
            return s;
        }
        return switch (s.kind()) {
            case "civilian" -> s.means("", "civilian");
            case "official" -> official(s);
            case "he", "person" -> person(s);
            case "minister", "president", "prime minister" -> officeHolder(s);
            case "it", "speaker", "they" -> speaker(s);
            case "ministry" -> latest(s, a -> a.kind().endsWith("ministry"));
            case "mission" ->
                latest(s, a -> a.kind().equals("mission") || a.name().contains("Mission"));
            case "force" -> spokenOr(s, FORCES::contains);
            case "document" -> document(s);
            case THERE -> there(s);
            case "role" -> null;
            default -> body(s);
        };
    }

    /** «Там»: the body last named as a place, as in «в министерстве», or else the one that spoke or was named last. */
    private @Nullable Subject there(Subject s) {
        Predicate<ActorMention> bodies =
                a -> speaksThrough(a.kind()) || a.name().startsWith("Government");
        Subject seat = latest(
                s,
                a -> bodies.test(a)
                        && a.from() > 0
                        && IN.contains(page.tokens().get(a.from() - 1).form()));
        boolean spoke = lastSpeaker != null && speaksThrough(lastSpeaker);
        return seat != null
                ? seat
                : spoke && lastSpeaker != null ? s.means(lastSpeaker.name(), lastSpeaker.kind()) : latest(s, bodies);
    }

    /** "The service", «штаб»: the body in whose name the word stands, or else the one named last. */
    private @Nullable Subject body(Subject s) {
        List<String> words = NAMED.getOrDefault(s.kind(), List.of());
        Subject named = words.isEmpty()
                ? null
                : latest(s, a -> speaksThrough(a.kind()) && words.stream().anyMatch(a.name()::contains));
        return named != null ? named : latest(s, a -> speaksThrough(a.kind()));
    }

    /** The body of a kind that spoke last, or else the one named last. */
    private @Nullable Subject spokenOr(Subject s, Predicate<String> kinds) {
        boolean spoke = lastSpeaker != null && kinds.test(lastSpeaker.kind());
        return spoke && lastSpeaker != null
                ? s.means(lastSpeaker.name(), lastSpeaker.kind())
                : latest(s, a -> kinds.test(a.kind()));
    }

    /**
     * An unnamed official speaks for the body or government named right after, or right before, or, as "its spokesman",
     * for the one named last; else for the one the text is about.
     */
    private @Nullable Subject official(Subject s) {
        boolean possessive = s.from() > 0
                && Set.of("its", "their", "его", "ее", "их")
                        .contains(page.tokens().get(s.from() - 1).form());
        Subject own = possessive ? latest(s, a -> speaksThrough(a.kind())) : null;
        if (own != null) {
            return own;
        }
        for (Subject other : in(Math.max(0, s.from() - 5), s.from())) {
            if (other.known() && other.to() == s.from() && speaksThrough(other)) {
                return s.means(other.name(), other.kind());
            }
        }
        if (local(s)) {
            return s.means("", "civilian");
        }
        int reach = attached(s) ? 7 : 0;
        for (Subject other : in(s.to(), Math.min(page.tokens().size(), s.to() + reach))) {
            boolean government = other.kind().equals("state") && other.name().startsWith("Government");
            if (other.known() && (speaksThrough(other) || government)) {
                return s.means(other.name(), other.kind());
            }
        }
        for (Subject other : in(Math.max(0, s.from() - 4), s.from())) {
            if (other.known() && other.to() >= s.from() - 2 && speaksThrough(other)) {
                return s.means(other.name(), other.kind());
            }
        }
        Subject government = government(s);
        government = government != null ? government : adjectiveBehind(s);
        return government != null ? government : mostNamed(s);
    }

    /** "County officials", "hospital sources": they speak for nobody whom the text names. */
    private boolean local(Subject s) {
        return s.from() > 0 && LOCAL.contains(page.tokens().get(s.from() - 1).form());
    }

    /** Whether what comes after may say whom an official speaks for: not so in "a spokesman said the army had …". */
    private boolean attached(Subject s) {
        if (page.lang() != Lang.ENGLISH || s.to() >= page.tokens().size()) {
            return true;
        }
        return Set.of("of", "for", "at", "in", "from", "with", "on", "close", "to", "within", "and")
                .contains(page.tokens().get(s.to()).form());
    }

    /** "A senior Armenian official": the government of the state whose adjective stands before. */
    private @Nullable Subject government(Subject s) {
        for (Subject other : in(Math.max(0, s.from() - 2), s.from())) {
            if (other.kind().equals("state") && other.to() == s.from()) {
                String name = index.institution(other.name(), "government");
                return name == null ? null : s.means(name, "government");
            }
        }
        return null;
    }

    /** "مسؤول أرميني كبير": the government of the state whose adjective stands behind. */
    private @Nullable Subject adjectiveBehind(Subject s) {
        if (page.lang().family() != Lang.Family.ARABIC) {
            return null;
        }
        for (Subject other : in(s.to(), Math.min(page.tokens().size(), s.to() + 2))) {
            String name = other.kind().equals("state") ? index.institution(other.name(), "government") : null;
            if (name != null) {
                return s.means(name, "government");
            }
        }
        return null;
    }

    /** A bulletin speaks for the body that spoke last, or else for the one that the text names most. */
    private @Nullable Subject document(Subject s) {
        return lastSpeaker != null && speaksThrough(lastSpeaker)
                ? s.means(lastSpeaker.name(), lastSpeaker.kind())
                : mostNamed(s);
    }

    /** The body that the text names most, the first of equals. */
    private @Nullable Subject mostNamed(Subject s) {
        if (!counted) {
            mostNamed = count();
            counted = true;
        }
        return mostNamed == null ? null : s.means(mostNamed.name(), mostNamed.kind());
    }

    private @Nullable ActorMention count() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ActorMention best = null;
        int most = 0;
        for (ActorMention a : actors) {
            if (speaksThrough(new Subject(0, 0, a.name(), a.kind(), true))) {
                counts.merge(a.name(), 1, Integer::sum);
            }
        }
        for (ActorMention a : actors) {
            int n = counts.getOrDefault(a.name(), 0);
            if (n > most) {
                best = a;
                most = n;
            }
        }
        return best;
    }

    private static boolean speaksThrough(Subject s) {
        return speaksThrough(s.kind());
    }

    private static boolean speaksThrough(String kind) {
        return !NO_BODY.contains(kind);
    }

    /** Who holds the office that a title names: who spoke last, or was named last, and is known to hold it. */
    private @Nullable Subject officeHolder(Subject s) {
        if (lastSpeaker != null && lastSpeaker.kind().equals("person") && holds(lastSpeaker.name(), s.kind())) {
            return s.means(lastSpeaker.name(), lastSpeaker.kind());
        }
        Subject holder = latest(s, a -> a.kind().equals("person") && holds(a.name(), s.kind()));
        return holder != null ? holder : person(s);
    }

    private boolean holds(String name, String office) {
        String title = index.title(name, date).toLowerCase(Locale.ROOT);
        boolean premier = title.contains("prime minister");
        return switch (office) {
            case "prime minister" -> premier;
            case "minister" -> title.contains("minister") && !premier;
            default -> title.startsWith(office);
        };
    }

    /** The person who spoke last; else one named since somebody unnamed did; else the one the text is about. */
    private @Nullable Subject person(Subject s) {
        Subject before = focusedPerson();
        if (before != null && (s.kind().equals("he") || s.kind().equals("person"))) {
            return s.means(before.name(), before.kind());
        }
        if (lastSpeaker != null && lastSpeaker.kind().equals("person")) {
            return s.means(lastSpeaker.name(), lastSpeaker.kind());
        }
        Subject latest = latest(
                s,
                a -> a.kind().equals("person")
                        || (a.kind().equals("role") && !a.name().isEmpty()));
        boolean he = s.kind().equals("he");
        if (lastSpeaker != null && he && !namedSince(lastSpeaker, s)) {
            return s.means(lastSpeaker.name(), lastSpeaker.kind());
        }
        Subject topic = lastSpeaker == null || !he ? topic(s) : null;
        return topic != null ? topic : latest;
    }

    private boolean namedSince(Subject speaker, Subject s) {
        return Within.of(actors, ActorMention::from, speaker.to(), s.from()).stream()
                .anyMatch(a -> a.kind().equals("person"));
    }

    /** The person whom the text names most up to here, if one stands out. */
    private @Nullable Subject topic(Subject s) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ActorMention a :
                actors.subList(0, Math.min(MOST_BACK, Within.first(actors, ActorMention::from, s.from())))) {
            if (a.kind().equals("person")) {
                counts.merge(a.name(), 1, Integer::sum);
            }
        }
        String best = "";
        int most = 1;
        for (Map.Entry<String, Integer> e : counts.entrySet()) {
            if (e.getValue() > most) {
                best = e.getKey();
                most = e.getValue();
            }
        }
        return best.isEmpty() ? null : s.means(best, "person");
    }

    private @Nullable Subject speaker(Subject s) {
        Subject last = lastSpeaker();
        return last != null
                ? s.means(last.name(), last.kind())
                : latest(s, a -> !a.kind().equals("state") && !a.name().isEmpty());
    }

    private @Nullable Subject latest(Subject s, Predicate<ActorMention> fits) {
        int before = Within.first(actors, ActorMention::from, s.from());
        for (int i = before - 1; i >= 0 && before - i <= MOST_BACK; i--) {
            if (fits.test(actors.get(i))) {
                return s.means(actors.get(i).name(), actors.get(i).kind());
            }
        }
        return null;
    }
}
